using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>What came of moving a dispute.</summary>
/// <param name="Charge">Our reference of the disputed charge; null when nothing was done.</param>
/// <param name="Refusal">Why not, in a sentence; null when it was done.</param>
public sealed record RaisedDispute(string? Charge, DisputeWord? Dispute, string? Refusal)
{
    public static RaisedDispute Refused(string why) => new(null, null, why);
}

/// <summary>Plays the cardholder who goes to the bank, and the bank that decides.</summary>
public sealed class SimulatedDisputes(IConnectorBooks books, TimeProvider clock)
{
    private readonly ChargeBooks _books = new(books);

    /// <param name="reference">The merchant's own reference, or ours of the authorise operation.</param>
    /// <param name="state">Where the dispute goes: open first, then won, lost or charged back; what was lost may be charged back too.</param>
    /// <param name="amountMinor">How much is disputed; null: all that was taken. Said once, when it is opened.</param>
    public async Task<RaisedDispute> MoveAsync(int merchant, string reference, DisputeState state, long? amountMinor)
    {
        var now = clock.GetUtcNow();
        var charges = await _books.OfAsync(merchant, reference, now);
        if (charges.FirstOrDefault(c => c.Taken is { } taken && taken.IsDoneAt(now)) is not { } charge) return RaisedDispute.Refused("No captured payment has this reference.");

        string? refusal = null;
        var (moved, isSettled) = await _books.StepAsync(merchant, charge.Reference, now, present => (refusal = WhyNot(present!, state, amountMinor)) is null
            ? present! with { Dispute = new DisputeWord(state, present.Dispute?.AmountMinor ?? amountMinor ?? present.Taken!.AmountMinor) }
            : null);
        if (!isSettled) return RaisedDispute.Refused("Too many others write about this charge; try again.");
        return refusal is null ? new RaisedDispute(charge.Reference, moved!.Dispute, null) : RaisedDispute.Refused(refusal);
    }

    private static string? WhyNot(SimulatedCharge charge, DisputeState state, long? amountMinor) => (state, charge.Dispute?.State) switch
    {
        (DisputeState.Open, null) when amountMinor is not null && (amountMinor < 1 || amountMinor > charge.Taken!.AmountMinor) => "A dispute is about at least 1 and at most what was captured.",
        (DisputeState.Open, null) => null,
        (DisputeState.Open, _) => "The payment was disputed before.",
        (_, null) => "The payment is not disputed: open a dispute first.",
        (_, not null) when amountMinor is not null => "How much is disputed is said when the dispute is opened.",
        (_, DisputeState.Open) or (DisputeState.ChargedBack, DisputeState.Lost) => null,
        _ => "The dispute is decided.",
    };
}
