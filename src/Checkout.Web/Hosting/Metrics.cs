using System.Globalization;
using System.Text;
using Checkout.Storage.Sqlite;

namespace Checkout.Web.Hosting;

/// <summary>What monitoring reads, in the Prometheus text format. Totals only, nothing of a payment or a merchant.</summary>
internal static class Metrics
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Text(SqliteArchive archive)
    {
        var figures = archive.Figures;
        var text = new StringBuilder();
        Counter(text, "checkout_commits_total", "Durable transactions, by file", figures.Select(f => (f.Key, f.Value.Commits)));
        Counter(text, "checkout_commit_units_total", "Changes of single callers in those transactions, by file", figures.Select(f => (f.Key, f.Value.Units)));
        return text.ToString();
    }

    private static void Counter(StringBuilder text, string name, string help, IEnumerable<(string File, long Value)> values)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(" counter\n");
        foreach (var (file, value) in values) text.Append(CultureInfo.InvariantCulture, $"{name}{{file=\"{file}\"}} {value}\n");
    }
}
