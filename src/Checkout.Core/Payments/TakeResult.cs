using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>What came of an order or an action: a payment in its present state, or the reason why nothing was done.</summary>
public sealed record TakeResult(Payment? Payment, Refusal Refusal = Refusal.None)
{
    public static TakeResult Of(Payment payment) => new(payment);

    public static TakeResult Refused(Refusal refusal, Payment? payment = null) => new(payment, refusal);
}

/// <summary>
/// Why nothing was done. None of these touched money. <c>CardNotTaken</c>: the shopper may type the card at the provider only.
/// <c>CannotHold</c>: the provider takes money at once or not at all. <c>Blocked</c>: the merchant has not accepted the payment yet.
/// </summary>
public enum Refusal { None, DuplicateReference, RequestSeen, NoProvider, TokenGone, TokenSpent, WrongState, Busy, NotFound, AmountTooHigh, AmountInvalid, CardNotTaken, CannotHold, Blocked }

public static class Refusals
{
    /// <summary>The refusal a store's verdict means for the caller.</summary>
    public static Refusal Of(Verdict verdict) => verdict switch
    {
        Verdict.Done => Refusal.None,
        Verdict.Stale or Verdict.ChargeInProgress => Refusal.Busy,
        Verdict.DuplicateReference => Refusal.DuplicateReference,
        Verdict.TokenSpent => Refusal.TokenSpent,
        Verdict.TokenGone => Refusal.TokenGone,
        Verdict.RequestSeen => Refusal.RequestSeen,
        Verdict.AboveDailyLimit => throw new InvalidOperationException("No payment has a daily limit."),
    };
}
