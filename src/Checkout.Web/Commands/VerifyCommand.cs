using System.Globalization;
using Checkout.Storage.Sqlite;
using Checkout.Web.Hosting;

namespace Checkout.Web.Commands;

/// <summary><c>verify</c>: goes through the whole archive, beside a running server or without one, and tells what cannot be true.</summary>
public static class VerifyCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = CheckoutServer.NewBuilder(new Arguments(args, []).Settings);
        var settings = CheckoutServer.ReadSettings(builder.Configuration, builder.Environment);
        // A mistyped directory must not become a new and empty archive in which all is well.
        if (!File.Exists(Path.Combine(settings.DataDirectory, "checkout.db"))) throw new CommandRefusedException($"There is no archive in {settings.DataDirectory}.");

        await using var archive = Foundation.Open(settings);
        var audit = archive.Audit;
        if (audit.Damage() is { } damage) throw new CommandRefusedException($"The file of the archive is damaged: {damage}");

        Console.WriteLine($"Checking {string.Join(", ", audit.Counts().Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count} {c.Rows}")))}.");
        Dictionary<AuditRule, long> broken = [];
        var findings = audit.Run(finding =>
        {
            broken[finding.Rule] = broken.GetValueOrDefault(finding.Rule) + 1;
            Console.WriteLine($"  {finding.Rule.Code}  {Subject(finding)}: broken: {finding.Rule.Sentence}");
        });

        foreach (var rule in audit.Rules) Console.WriteLine($"{rule.Code}  {rule.Sentence}: {(broken.TryGetValue(rule, out var times) ? $"broken {times} times" : "holds")}");
        return findings == 0 ? 0 : throw new CommandRefusedException(string.Create(CultureInfo.InvariantCulture, $"{findings} violations were found; see above."));
    }

    private static string Subject(AuditFinding finding) => finding.Rule.Subject switch
    {
        AuditSubject.Payment => string.Create(CultureInfo.InvariantCulture, $"merchant {finding.Merchant} payment {finding.Number}"),
        AuditSubject.SavedCard => string.Create(CultureInfo.InvariantCulture, $"merchant {finding.Merchant} saved card {finding.Number}"),
        AuditSubject.Payout => string.Create(CultureInfo.InvariantCulture, $"merchant {finding.Merchant} payout {finding.Number}"),
    };
}
