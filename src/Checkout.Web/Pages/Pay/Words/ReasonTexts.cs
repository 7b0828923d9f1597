using Checkout.Core.Payments;

namespace Checkout.Web.Pages.Pay.Words;

/// <summary>
/// Why the last try did not work and what to do next. What would help a thief more than the cardholder (lost card, fraud rules) reads
/// like any other refusal.
/// </summary>
public sealed record ReasonTexts
{
    public required string Declined { get; init; }

    public required string InsufficientFunds { get; init; }

    public required string OnlyPartly { get; init; }

    public required string WrongCode { get; init; }

    public required string CardExpired { get; init; }

    public required string NotAuthenticated { get; init; }

    public required string InvalidCard { get; init; }

    public required string LimitExceeded { get; init; }

    public required string GaveUp { get; init; }

    public required string TooManyTries { get; init; }

    public required string SavedCardGone { get; init; }

    public required string NotSent { get; init; }

    public required string ProviderTrouble { get; init; }

    /// <summary>The words for a reason; null when there is nothing a shopper should read.</summary>
    public string? Of(PaymentReason reason) => reason switch
    {
        PaymentReason.None or PaymentReason.LinkExpired or PaymentReason.FraudChallenged or PaymentReason.CaptureWillRetry
            or PaymentReason.CaptureTimedOut or PaymentReason.AmountMismatch or PaymentReason.RefundExceedsCaptured or PaymentReason.CaptureExceedsHeld
            or PaymentReason.LateCharge => null,
        // They end the payment, so no other card is asked for: the result says that nothing was paid and that the shop has other ways. A denial
        // for fraud reads like any other of these.
        PaymentReason.FatalDecline or PaymentReason.FatalError or PaymentReason.FraudDenied => null,
        PaymentReason.Declined or PaymentReason.LostOrStolenCard or PaymentReason.ReviewRejected
            or PaymentReason.NotPermitted => Declined,
        PaymentReason.InsufficientFunds => InsufficientFunds,
        PaymentReason.PartialApproval => OnlyPartly,
        PaymentReason.WrongSecurityCode => WrongCode,
        PaymentReason.CardExpired => CardExpired,
        PaymentReason.AuthenticationFailed or PaymentReason.AuthenticationNeeded => NotAuthenticated,
        PaymentReason.InvalidCard => InvalidCard,
        PaymentReason.LimitExceeded => LimitExceeded,
        PaymentReason.CancelledByShopper => GaveUp,
        PaymentReason.TooManyTries => TooManyTries,
        PaymentReason.TokenLimitReached or PaymentReason.TokenNotAvailable => SavedCardGone,
        PaymentReason.NeverSent => NotSent,
        PaymentReason.ProviderError => ProviderTrouble,
    };
}
