using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using static Checkout.Core.Payments.PaymentStatus;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>A status as the dialect shows it. <paramref name="Id"/> fits a byte, because the .NET client reads it into one.</summary>
public readonly record struct ShownStatus(byte Id, string Info);

/// <summary>Core's statuses in the dialect's words.</summary>
public static class Smart2PayStatus
{
    public static readonly ShownStatus Success = new(2, "Success");

    private static readonly ShownStatus IsOpen = new(1, "Open");
    private static readonly ShownStatus HasFailed = new(4, "Failed");

    public static ShownStatus Of(PaymentStatus status) => status switch
    {
        Open or AwaitingShopper => IsOpen,
        Submitting => new(10, "AuthorizeRequested"),
        AwaitingReview => new(30, "PendingChallengeConfirmation"),
        Unknown => new(7, "PendingOnProvider"),
        Authorized => new(9, "Authorized"),
        CaptureRequested => new(13, "CaptureRequested"),
        QueuedForCapture => new(33, "QueuedForCapturing"),
        Captured => new(11, "Captured"),
        PartiallyCaptured => new(35, "PartiallyCaptured"),
        CancelRequested => new(15, "CancelRequested"),
        QueuedForCancel => new(34, "QueuedForCanceling"),
        Cancelled => new(3, "Cancelled"),
        Reversed => new(16, "Reversed"),
        Failed or VerifyFailed => HasFailed,
        Expired => new(5, "Expired"),
        PartiallyRefunded => new(21, "PartiallyRefunded"),
        Refunded => new(22, "Refunded"),
        Disputed => new(19, "Disputed"),
        DisputeWon => new(23, "DisputeWon"),
        DisputeLost => new(24, "DisputeLost"),
        ChargedBack => new(26, "Chargedback"),
        Verified => Success,
        NeedsOperator => new(14, "Exception"),
    };

    public static ShownStatus Of(RefundState state) => state switch
    {
        RefundState.Open => IsOpen,
        RefundState.Done => Success,
        RefundState.Failed => HasFailed,
    };

    public static ShownStatus Of(DisputeState state) => state == DisputeState.Open ? IsOpen : Of(Dispute.StatusOf(state));

    public static ShownStatus Of(CaptureState state) => state switch
    {
        CaptureState.Open => IsOpen,
        CaptureState.Done => Success,
        CaptureState.Failed => HasFailed,
    };

    public static ShownStatus Of(PayoutState state) => state switch
    {
        PayoutState.Open => IsOpen,
        PayoutState.Done => Success,
        PayoutState.Failed => HasFailed,
    };

    /// <summary>Tokens are cancelled with one L, payments with two.</summary>
    public static ShownStatus Of(SavedCardState state) => state switch
    {
        SavedCardState.Pending => IsOpen,
        SavedCardState.Active => Success,
        SavedCardState.Cancelled or SavedCardState.Removed => new(3, "Canceled"),
    };

    /// <summary>The HTTP status of an answer to a create: what stands or may still stand is 201, what failed is 400 with the resource.</summary>
    public static int HttpOfCreate(PaymentStatus status) => status switch
    {
        Failed or VerifyFailed => 400,
        Open or Submitting or AwaitingShopper or AwaitingReview or Unknown or Authorized or CaptureRequested or QueuedForCapture or Captured
            or PartiallyCaptured or CancelRequested or QueuedForCancel or Cancelled or Reversed or Expired or PartiallyRefunded or Refunded
            or Disputed or DisputeWon or DisputeLost or ChargedBack or Verified or NeedsOperator => 201,
    };

    /// <summary>The HTTP status of an answer to an accepted review: 200 as long as the payment may stand.</summary>
    public static int HttpOfAccept(PaymentStatus status) => status is Failed or Cancelled or Reversed or Expired ? 400 : 200;

    /// <summary>A rejected review is answered with 400 and the cancelled payment (spec §3), and so is one that turned out to stand; 200 while nobody knows.</summary>
    public static int HttpOfReject(PaymentStatus status) => status == AwaitingReview ? 200 : 400;

    /// <summary>The HTTP status of an answer to a capture or cancel: a payment that is still, or again, only authorised was not changed.</summary>
    public static int HttpOfAction(PaymentStatus status) => status is Failed or Authorized ? 400 : 200;
}
