using Checkout.Core.Payments;
using static Checkout.Core.Payments.PaymentStatus;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Core's statuses in the dialect's words.</summary>
public static class CardgateStatus
{
    public const string Created = "created";
    public const string Pending = "process_pending";
    public const string Processed = "processed";
    public const string Failed = "process_failed";

    public static string Of(PaymentStatus status) => status switch
    {
        Open or Submitting or AwaitingShopper or AwaitingReview or Unknown or Authorized or CancelRequested or QueuedForCancel => Pending,
        CaptureRequested or QueuedForCapture => "processing",
        Captured or Disputed or DisputeWon => Processed,
        PartiallyCaptured => "partially_processed",
        Cancelled or Reversed => "terminated",
        PaymentStatus.Failed => Failed,
        Expired => "expired",
        PartiallyRefunded => "partially_refunded",
        Refunded => "refunded",
        DisputeLost or ChargedBack => "charged_back",
        Verified => "verified",
        VerifyFailed => "verify_failed",
        NeedsOperator => "process_error",
    };

    /// <summary>The status of an invoice, which also tells of a refund that runs or did not work.</summary>
    public static string Of(InvoiceView view)
    {
        var payment = view.Payment;
        if (payment is { Status: Open, Attempts: 0 } && view.Notes.Service is null) return Created;
        if (payment.RefundOpenMinor > 0) return "refund_pending";

        // One that was refused before anything was sent is no news of this invoice.
        var last = view.Refunds.LastOrDefault(r => r.Attempt is not null);
        if (last?.State == RefundState.Failed && payment.Status is Captured or PartiallyCaptured or PartiallyRefunded) return "refund_failed";
        return payment is { Status: DisputeLost or ChargedBack, Dispute: { } dispute } && dispute.AmountMinor < payment.CapturedMinor ? "partially_charged_back" : Of(payment.Status);
    }

    public static string Of(RefundState state) => state switch
    {
        RefundState.Open => Pending,
        RefundState.Done => Processed,
        RefundState.Failed => Failed,
    };

    /// <summary>The money has been taken, whatever became of it afterwards.</summary>
    public static bool IsProcessed(PaymentStatus status) => status switch
    {
        Captured or PartiallyCaptured or PartiallyRefunded or Refunded or Disputed or DisputeWon or DisputeLost or ChargedBack => true,
        Open or Submitting or AwaitingShopper or AwaitingReview or Unknown or Authorized or CaptureRequested or QueuedForCapture or CancelRequested
            or QueuedForCancel or Cancelled or Reversed or PaymentStatus.Failed or Expired or Verified or VerifyFailed or NeedsOperator => false,
    };
}
