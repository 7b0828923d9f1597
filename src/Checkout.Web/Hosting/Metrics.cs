using System.Globalization;
using System.Text;
using Checkout.Storage.Sqlite;
using Checkout.Web.Hosting.Alerts;

namespace Checkout.Web.Hosting;

/// <summary>What monitoring reads, in the Prometheus text format. Totals only, nothing of a payment or a merchant.</summary>
internal static class Metrics
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Text(SqliteArchive archive, AlertBoard alerts)
    {
        var figures = archive.Figures;
        var text = new StringBuilder();
        Counter(text, "checkout_commits_total", "Durable transactions, by file", "file", figures.Select(f => (f.Key, f.Value.Commits)));
        Counter(text, "checkout_commit_units_total", "Changes of single callers in those transactions, by file", "file", figures.Select(f => (f.Key, f.Value.Units)));
        Counter(text, "checkout_alerts_total", "What somebody has to look at, by kind", "kind", alerts.Counters);
        return text.ToString();
    }

    private static void Counter(StringBuilder text, string name, string help, string label, IEnumerable<(string Of, long Value)> values)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(" counter\n");
        foreach (var (of, value) in values) text.Append(CultureInfo.InvariantCulture, $"{name}{{{label}=\"{of}\"}} {value}\n");
    }
}
