using Checkout.Core.Chance;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>One line of what a bank statement would show.</summary>
/// <param name="Reference">Our name for the operation.</param>
/// <param name="Kind">authorise, capture, void, refund or payout.</param>
/// <param name="State">approved, declined or voided.</param>
/// <param name="Amount">Minor units.</param>
public sealed record LedgerLine(string Reference, string Kind, string State, long Amount, string Currency, DateTimeOffset At);

/// <summary>The simulator's own account of a payment or payout, for tests and for people who want to see what really happened.</summary>
public sealed class SimulatorLedger(IConnectorBooks books, TimeProvider clock)
{
    private readonly ChargeBooks _books = new(books);
    private readonly PayoutBooks _payouts = new(books);

    /// <summary>What was done by now, oldest first. What is only requested or queued is not there yet.</summary>
    /// <param name="reference">The merchant's own reference, or ours of the authorise operation or the payout.</param>
    public async ValueTask<IReadOnlyList<LedgerLine>> ReadAsync(int merchant, string reference)
    {
        var now = clock.GetUtcNow();
        var payouts = await _payouts.OfAsync(merchant, reference);
        // One name of ours is the name of one thing.
        var charges = References.PayoutOf(reference) is null ? await _books.OfAsync(merchant, reference, now) : [];
        return [.. charges.SelectMany(c => Lines(c, now)).Concat(payouts.Select(p => p.Line(now)).OfType<LedgerLine>()).OrderBy(l => l.At)];
    }

    private static IEnumerable<LedgerLine> Lines(SimulatedCharge charge, DateTimeOffset now)
    {
        // Where nothing was held, letting it go moved nothing.
        var isHeld = charge.Entries.Any(e => e.Kind == AttemptKind.Authorise && !e.IsDeclined);
        var released = isHeld && charge.Released is { } cancel && cancel.IsDoneAt(now) ? cancel : null;
        return
            from entry in charge.Entries
            where entry.Kind != AttemptKind.Accept && (entry.IsDeclined || entry.IsDoneAt(now))
            where entry.Kind != AttemptKind.Cancel || entry.IsDeclined || ReferenceEquals(entry, released)
            let isVoided = entry.Kind == AttemptKind.Authorise && released is not null
            let state = entry.IsDeclined ? "declined" : isVoided ? "voided" : "approved"
            select new LedgerLine(entry.Reference, Word(entry.Kind), state, entry.AmountMinor, charge.Currency, entry.IsDeclined ? entry.At : entry.Settles ?? entry.At);
    }

    private static string Word(AttemptKind kind) => kind switch
    {
        AttemptKind.Authorise => "authorise",
        AttemptKind.Capture => "capture",
        AttemptKind.Cancel => "void",
        AttemptKind.Refund => "refund",
        AttemptKind.Verify or AttemptKind.Accept => throw new InvalidOperationException($"{kind} moves no money and has no line."),
    };
}
