namespace Checkout.Core.Alerts;

/// <summary>
/// What happened. <c>Quarantine</c>: an upstream's answer cannot be true of the payment, which stops. <c>LateCharge</c>: a try that had come
/// to nothing was charged after all. <c>NotTakenBack</c>: a charge that no payment stands for could be neither cancelled nor refunded.
/// <c>Contradiction</c>: as Quarantine, of a try beside the one that paid; the payment goes on. <c>LongInDoubt</c>: an upstream has not said
/// for more than an hour what became of an operation. <c>ChangedUpstream</c>: a charge that stood and is asked about for its dispute is told to be of another amount, cancelled or
/// declined, and the payment stands as it did. The last three are of payouts: <c>LatePayout</c> had come to nothing and has paid all
/// the same.
/// </summary>
public enum AlertKind { Quarantine, LateCharge, NotTakenBack, Contradiction, LongInDoubt, ChangedUpstream, LatePayout, PayoutContradiction, PayoutLongInDoubt }

/// <param name="Payment">The number of the payment or payout.</param>
/// <param name="Attempt">The attempt it is about; a payout has one.</param>
public sealed record Alert(AlertKind Kind, int Merchant, long Payment, int Attempt);

/// <summary>Where alerts go. Called once it is on disk that it happened, from any thread; it must not throw.</summary>
public interface IAlerts
{
    void Raise(Alert alert);
}
