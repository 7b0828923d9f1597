using System.Globalization;
using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.CrashTests.Load;
using Checkout.CrashTests.Processes;

namespace Checkout.CrashTests.Books;

/// <summary>A payment of the first server as its archive has it, and what the second one's bank has on its statement for it.</summary>
internal sealed record Reconciled(string Site, long Number, string Reference, PaymentStatus Status, long Amount, long Captured, long Refunded, IReadOnlyList<LedgerLine> Lines)
{
    /// <summary>What the first server did for it, for people who look into a violation.</summary>
    public required IReadOnlyList<string> Attempts { get; init; }

    /// <summary>Money that is held or taken and not given back by a cancel.</summary>
    public int LiveCharges => Lines.Count(l => l is { Kind: "authorise", State: "approved" });

    /// <summary>Charges of the whole amount that stood at some time.</summary>
    public int Charges => Lines.Count(l => l is { Kind: "authorise", State: "approved" or "voided" } && l.Amount == Amount);

    public long Sum(string kind) => Lines.Where(l => l.Kind == kind && l.State == "approved").Sum(l => l.Amount);

    public override string ToString() => $"{Site}/{Number} {Reference}: {Status}, captured {Captured}, refunded {Refunded} of {Amount}; attempts: {string.Join("; ", Attempts)}; statement: {string.Join("; ", Lines)}";
}

/// <summary>Both sides of every payment, side by side.</summary>
internal static class Ledger
{
    public static async Task<IReadOnlyList<Reconciled>> ReadAsync(MortalChain chain, Caller bank)
    {
        var archive = new Archive(chain.A);
        var attempts = archive.Rows("SELECT merchant, payment, reference, kind, state, reason, checks FROM attempt ORDER BY number").ToLookup(r => (r[0], r[1]));
        List<Reconciled> all = [];
        foreach (var row in archive.Rows("SELECT merchant, number, reference, status, amount, captured, refunded FROM payment"))
        {
            List<LedgerLine> lines = [];
            foreach (var charge in attempts[(row[0], row[1])].Where(a => a[3] == "0")) lines.AddRange(await bank.LedgerAsync(charge[2], MortalChain.First.Credentials));
            long Number(int column) => long.Parse(row[column], CultureInfo.InvariantCulture);
            all.Add(new Reconciled(row[0], Number(1), row[2], (PaymentStatus)Number(3), Number(4), Number(5), Number(6), lines)
            {
                Attempts = [.. attempts[(row[0], row[1])].Select(a => $"{(AttemptKind)int.Parse(a[3], CultureInfo.InvariantCulture)} {(AttemptState)int.Parse(a[4], CultureInfo.InvariantCulture)} {(PaymentReason)int.Parse(a[5], CultureInfo.InvariantCulture)} after {a[6]} checks")],
            });
        }

        return all;
    }

    /// <summary>I2: the provider has seen nothing that has no intent here.</summary>
    public static IReadOnlyList<string> Orphans(MortalChain chain)
    {
        var intents = new Archive(chain.A).Rows("SELECT reference FROM attempt WHERE kind = 0").Select(r => r[0]).ToHashSet();
        return [.. new Archive(chain.B).Rows("SELECT reference FROM payment WHERE purpose = 0").Select(r => r[0]).Where(reference => !intents.Contains(reference))];
    }
}
