namespace Checkout.Web.Demo;

/// <summary>What Checkout answered when it was asked about a payment, in the words of the dialect it was asked in.</summary>
/// <param name="Status">Where the payment stands.</param>
/// <param name="Token">The token of the card that was kept.</param>
public sealed record DemoTruth(string? Status, string? Token)
{
    /// <summary>What a shopper who comes back reads at the top.</summary>
    public static string HeadingOf(DemoTruth? truth) => truth?.Status switch
    {
        "Captured" or "Authorized" or "CaptureRequested" or "QueuedForCapturing" or "processed" or "processing" => "Thank you for your order",
        "Cancelled" or "terminated" => "You cancelled the payment",
        "Failed" or "process_failed" => "The payment failed",
        "Expired" or "expired" => "The payment was not made in time",
        _ => "Your payment is being checked",
    };

    /// <summary>Whether it is worth asking again in a moment.</summary>
    public static bool IsOpen(DemoTruth? truth) => truth?.Status is null or "PendingOnProvider" or "process_pending";
}
