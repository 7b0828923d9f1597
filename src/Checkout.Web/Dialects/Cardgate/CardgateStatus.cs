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
    /// <summary>A refund is one step here, so that these states of it are not seen.</summary>
    private static readonly string[] Unsaid = ["refunding", "refund_error"];

    private const string Lapsed = "expired";
    private const string CheckFailed = "verify_failed";
    private const string PartiallyProcessed = "partially_processed";
    private const string PartiallyBack = "partially_refunded";
    private const string AllBack = "refunded";
    private const string RefundPending = "refund_pending";
    private const string RefundFailed = "refund_failed";
    private const string PartiallyChargedBack = "partially_charged_back";

    /// <summary>Every word we say of an invoice.</summary>
    public static readonly IReadOnlyList<string> Said = [Created, .. Enum.GetValues<PaymentStatus>().Select(Of).Distinct(), RefundPending, RefundFailed, PartiallyChargedBack];

    /// <summary>Every word there is, also those that clients may ask for and we never say.</summary>
    public static readonly IReadOnlyList<string> OfInvoices = [.. Said, .. Unsaid];

    public static readonly IReadOnlyList<string> OfRefunds = [.. Enum.GetValues<RefundState>().Select(Of)];

    public static string Of(PaymentStatus status) => status switch
    {
        Open or Submitting or AwaitingShopper or AwaitingReview or Unknown or Authorized or CancelRequested or QueuedForCancel => Pending,
        CaptureRequested or QueuedForCapture => "processing",
        Captured or Disputed or DisputeWon => Processed,
        PartiallyCaptured => PartiallyProcessed,
        Cancelled or Reversed => "terminated",
        PaymentStatus.Failed => Failed,
        Expired => Lapsed,
        PartiallyRefunded => PartiallyBack,
        Refunded => AllBack,
        DisputeLost or ChargedBack => "charged_back",
        Verified => "verified",
        VerifyFailed => CheckFailed,
        NeedsOperator => "process_error",
    };

    /// <summary>How a payment stands when it is in a status. Whoever submitted a card has not merely let the time pass (§7.2).</summary>
    public static string Of(Payment payment, PaymentStatus status) => (status, payment) switch
    {
        (Expired, { Attempts: > 0, Purpose: PaymentPurpose.CardCheck }) => CheckFailed,
        (Expired, { Attempts: > 0 }) => Failed,
        _ => Of(status),
    };

    /// <summary>The status of an invoice, which also tells of a refund that runs or did not work.</summary>
    public static string Of(InvoiceView view)
    {
        var payment = view.Payment;
        if (payment is { Status: Open, Attempts: 0 } && view.Notes.Service is null) return Created;
        if (payment.RefundOpenMinor > 0) return RefundPending;

        // One that was refused before anything was sent is no news of this invoice.
        var last = view.Refunds.LastOrDefault(r => r.Attempt is not null);
        if (last?.State == RefundState.Failed && payment.Status is Captured or PartiallyCaptured or PartiallyRefunded) return RefundFailed;
        if (payment.Status is Disputed or DisputeWon) return BeforeDispute(payment);
        return payment is { Status: DisputeLost or ChargedBack, Dispute: { } dispute } && dispute.AmountMinor < payment.CapturedMinor ? PartiallyChargedBack : Of(payment, payment.Status);
    }

    /// <summary>Nothing more happens by itself (§7.1): only a refund or a dispute can follow.</summary>
    public static bool IsFinal(string word) => word is not (Created or Pending or "processing" or "process_error" or RefundPending) && !Unsaid.Contains(word);

    /// <summary>A card was tried, and nothing came of it.</summary>
    public static bool IsFailed(Payment payment) => Of(payment, payment.Status) is Failed or CheckFailed;

    /// <summary>A dispute that is open or won takes nothing from the merchant: the invoice stays what it was (§7.2).</summary>
    private static string BeforeDispute(Payment payment) => (payment.CapturedMinor - payment.RefundedMinor, payment.RefundedMinor) switch
    {
        (> 0, > 0) => PartiallyBack,
        (_, > 0) => AllBack,
        _ => payment.CapturedMinor < payment.Amount.Minor ? PartiallyProcessed : Processed,
    };

    /// <summary>Whether a word is one of the dialect's for an invoice, also one that we never say.</summary>
    public static bool IsWord(string word) => OfInvoices.Contains(word);

    /// <summary>Core's statuses among which the invoices with a status in the dialect's words are; empty for a word we never say.</summary>
    public static IReadOnlyList<PaymentStatus> Behind(string word) => word switch
    {
        Created => [Open],
        RefundPending => [.. Enum.GetValues<PaymentStatus>().Where(IsProcessed)],
        RefundFailed => [Captured, PartiallyCaptured, PartiallyRefunded],
        PartiallyChargedBack => [DisputeLost, ChargedBack],
        PartiallyProcessed => [PartiallyCaptured, Disputed, DisputeWon],
        PartiallyBack => [PartiallyRefunded, Disputed, DisputeWon],
        Failed => [PaymentStatus.Failed, Expired],
        CheckFailed => [VerifyFailed, Expired],
        AllBack => [Refunded, Disputed, DisputeWon],
        _ => [.. Enum.GetValues<PaymentStatus>().Where(status => Of(status) == word)],
    };

    /// <summary>Whether an invoice with this status has a refund on its way; null: it has nothing to do with that.</summary>
    public static bool? IsRefunding(string word) => word == RefundPending ? true : Behind(word).Any(IsProcessed) ? false : null;

    /// <summary>Of expired payments, whether those are meant with which a card was tried; null: the word has nothing to do with that.</summary>
    public static bool? IsTried(string word) => word switch
    {
        Failed or CheckFailed => true,
        Lapsed => false,
        _ => null,
    };

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
