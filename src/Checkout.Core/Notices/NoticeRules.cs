using Checkout.Core.Payments;
using Checkout.Core.Storage;
using static Checkout.Core.Payments.PaymentStatus;

namespace Checkout.Core.Notices;

/// <summary>Which changes a merchant hears of: every status not already told in the answer to its own call, and every final one.</summary>
public static class NoticeRules
{
    public static bool Wants(PaymentStatus status, bool toldInAnswer) => status switch
    {
        Open or Submitting or AwaitingShopper => false,
        Authorized or AwaitingReview or Unknown or CaptureRequested or QueuedForCapture or CancelRequested or QueuedForCancel or Verified or VerifyFailed => !toldInAnswer,
        Captured or PartiallyCaptured or Cancelled or Reversed or Failed or Expired or PartiallyRefunded or Refunded
            or Disputed or DisputeWon or DisputeLost or ChargedBack or NeedsOperator => true,
    };

    public static Write.NewNotice About(Payment payment) => new(new Notice
    {
        Merchant = payment.Merchant, Payment = payment.Number, Subject = NoticeSubject.Payment, Created = payment.Changed, NextAt = payment.Changed,
    });

    public static Write.NewNotice About(Refund refund, DateTimeOffset at) => new(new Notice
    {
        Merchant = refund.Merchant, Payment = refund.Payment, Subject = NoticeSubject.Refund, Refund = refund.Number, Created = at, NextAt = at,
    });
}
