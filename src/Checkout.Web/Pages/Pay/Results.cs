using Checkout.Core.Payments;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Web.Pages.Pay;

/// <summary>How a result looks: something good, something still going on, or nothing came of it.</summary>
public enum Tone { Good, Busy, Bad }

/// <summary>What a shopper is told about a payment that is out of their hands. A status without words does not compile.</summary>
public static class Results
{
    /// <param name="keepsCard">The merchant has the card now, so that it pays later.</param>
    public static (Saying Saying, Tone Tone) Of(PaymentStatus status, ResultTexts texts, bool keepsCard = true) => status switch
    {
        PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture
            or PaymentStatus.Disputed or PaymentStatus.DisputeWon => (texts.Paid, Tone.Good),
        PaymentStatus.Authorized => (texts.Authorised, Tone.Good),
        PaymentStatus.AwaitingReview => (texts.InReview, Tone.Busy),
        PaymentStatus.Open or PaymentStatus.AwaitingShopper or PaymentStatus.Submitting or PaymentStatus.Unknown
            or PaymentStatus.NeedsOperator => (texts.BeingChecked, Tone.Busy),
        PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel or PaymentStatus.Cancelled or PaymentStatus.Reversed => (texts.Cancelled, Tone.Bad),
        PaymentStatus.Failed => (texts.Failed, Tone.Bad),
        PaymentStatus.Expired => (texts.Expired, Tone.Bad),
        PaymentStatus.Refunded => (texts.Refunded, Tone.Good),
        PaymentStatus.ChargedBack or PaymentStatus.DisputeLost => (texts.TakenBack, Tone.Good),
        PaymentStatus.PartiallyRefunded => (texts.PartlyRefunded, Tone.Good),
        PaymentStatus.Verified => (keepsCard ? texts.CardGood : texts.CardChecked, Tone.Good),
        PaymentStatus.VerifyFailed => (texts.CardRefused, Tone.Bad),
    };
}
