using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using static Checkout.Core.Payments.Refusal;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>The dialect's words for Core's refusals. <see cref="None"/> and <see cref="RequestSeen"/> are handled before anybody asks.</summary>
public static class Smart2PayRefusals
{
    public static ReturnCode OfPayment(Refusal refusal) => refusal switch
    {
        DuplicateReference => ReturnCode.DuplicateKey,
        NoProvider => ReturnCode.NoRoute,
        TokenGone => ReturnCode.TokenNotAvailable,
        TokenSpent => ReturnCode.TokenLimit,
        WrongState or Blocked => ReturnCode.PaymentState,
        Busy => ReturnCode.PaymentInProcess,
        NotFound => ReturnCode.InvalidPayment,
        AmountTooHigh => ReturnCode.CaptureTooMuch,
        AmountInvalid => ReturnCode.CaptureAmount,
        CardNotTaken or CannotHold => ReturnCode.IntegrationType,
        None or RequestSeen => throw Unasked(refusal),
    };

    public static ReturnCode OfRefund(Refusal refusal) => refusal switch
    {
        DuplicateReference => ReturnCode.DuplicateKey,
        NoProvider => ReturnCode.NoRoute,
        WrongState => ReturnCode.RefundState,
        Busy => ReturnCode.RefundInProcess,
        NotFound => ReturnCode.InvalidPayment,
        AmountTooHigh => ReturnCode.RefundTooMuch,
        AmountInvalid => ReturnCode.RefundAmount,
        None or RequestSeen or TokenGone or TokenSpent or CardNotTaken or CannotHold or Blocked => throw Unasked(refusal),
    };

    /// <summary>Who may not pay out has the wrong kind of integration; a day's limit is a limit like the issuers' own.</summary>
    public static ReturnCode OfPayout(PayoutRefusal refusal) => refusal switch
    {
        PayoutRefusal.NotAllowed or PayoutRefusal.CardNotTaken => ReturnCode.IntegrationType,
        PayoutRefusal.NoProvider => ReturnCode.NoRoute,
        PayoutRefusal.TokenGone => ReturnCode.TokenNotAvailable,
        PayoutRefusal.DuplicateReference => ReturnCode.DuplicateKey,
        PayoutRefusal.AboveDailyLimit => ReturnCode.PayoutLimit,
        PayoutRefusal.None or PayoutRefusal.RequestSeen => throw new InvalidOperationException($"{refusal} is no reason to refuse this."),
    };

    private static InvalidOperationException Unasked(Refusal refusal) => new($"{refusal} is no reason to refuse this.");
}
