using Checkout.Core.Money;
using Checkout.Core.Payments;

namespace Checkout.Simulation.Upstream;

internal enum LedgerStep { Undecided, AtTheBank, Approved, Declined, Cancelled }

/// <summary>A capture, void or refund in the ledger. It counts from <see cref="DoneAt"/>, unless it fails then.</summary>
internal sealed record LedgerEntry(AttemptKind Kind, string Reference, long Minor, DateTimeOffset DoneAt, bool Fails, PaymentReason Refusal);

/// <summary>
/// What an upstream remembers of one charge. It does whatever it is asked under a name it does not know yet, also what nobody should ask of
/// it: the books of a world tell, they do not protect.
/// </summary>
internal sealed class LedgerCharge
{
    private LedgerStep _step;

    public required string Reference { get; init; }

    public required Amount Asked { get; init; }

    /// <summary>What it is approved for; another amount than was asked for is one of the faults.</summary>
    public required Amount Amount { get; init; }

    public required bool Captures { get; init; }

    public required DateTimeOffset Arrived { get; init; }

    /// <summary>A card was looked at; no money is held.</summary>
    public bool IsCheck { get; init; }

    /// <summary>Not a charge: the reference was taken so that none can have it.</summary>
    public bool IsBar { get; init; }

    /// <summary>It arrived when nobody could expect it any more.</summary>
    public bool IsTooLate { get; init; }

    public LedgerStep Step
    {
        get => _step;
        set
        {
            _step = value;
            WasApproved |= value == LedgerStep.Approved;
        }
    }

    /// <summary>It was approved once, whatever became of it.</summary>
    public bool WasApproved { get; private set; }

    /// <summary>Money is held, and nothing more happens before somebody has looked at it.</summary>
    public bool InReview { get; set; }

    /// <summary>The cardholder wants the money back, or did.</summary>
    public DisputeWord? Dispute
    {
        get;
        set => (DisputeBefore, field) = (field, value);
    }

    /// <summary>What an upstream still says of the dispute whose books lag behind.</summary>
    public DisputeWord? DisputeBefore { get; private set; }

    public bool IsLost => Dispute?.State is DisputeState.Lost or DisputeState.ChargedBack;

    public PaymentReason Reason { get; set; }

    public DateTimeOffset DecidedAt { get; set; }

    public bool WillDecline { get; init; }

    public string? Token { get; set; }

    public DateTimeOffset TokenAt { get; set; }

    public List<LedgerEntry> Entries { get; } = [];

    public bool IsVoidedAt(DateTimeOffset now) => Entries.Any(e => e is { Kind: AttemptKind.Cancel, Refusal: PaymentReason.None, Fails: false } && e.DoneAt <= now);

    /// <summary>Money is held or taken.</summary>
    public bool IsLiveAt(DateTimeOffset now) => Step == LedgerStep.Approved && !IsCheck && !IsVoidedAt(now) && !IsLost;

    /// <summary>Nothing of it is left: let go, or given back to the last cent.</summary>
    public bool IsGoneAt(DateTimeOffset now) => !IsLiveAt(now) || (CapturedAt(now) > 0 && RefundedAt(now) == CapturedAt(now));

    public long CapturedAt(DateTimeOffset now) => SumOf(AttemptKind.Capture, now);

    public long RefundedAt(DateTimeOffset now) => SumOf(AttemptKind.Refund, now);

    /// <summary>Asked for and accepted, done or not.</summary>
    public long AcceptedOf(AttemptKind kind, DateTimeOffset now) =>
        Entries.Where(e => e.Kind == kind && e.Refusal == PaymentReason.None && (!e.Fails || e.DoneAt > now)).Sum(e => e.Minor);

    private long SumOf(AttemptKind kind, DateTimeOffset now) =>
        Entries.Where(e => e.Kind == kind && e.Refusal == PaymentReason.None && !e.Fails && e.DoneAt <= now).Sum(e => e.Minor);
}
