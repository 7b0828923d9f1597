using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// The way back in the Cardgate dialect (§16): by outcome before any other, the payment's own before the merchant's usual ones. The address is
/// left as it is, unless the merchant wants to read in it which payment it was.
/// </summary>
public static class CardgateReturn
{
    /// <summary>The first of these that may be used is it.</summary>
    public static IEnumerable<string?> Of(Payment payment, MerchantSettings settings, PaymentStatus seen) =>
        [UrlOf(payment.Details.ReturnUrls, seen), payment.ReturnUrl, UrlOf(settings.ReturnUrls, seen), settings.ReturnUrl];

    /// <summary>What is said of the payment in the address. It proves nothing.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Context(Payment payment, PaymentStatus seen)
    {
        if (CardgateNotes.Of(payment) is not { } notes) return [];
        return
        [
            new("id", notes.Invoice),
            new("serial_number", notes.Invoice["cpi_".Length..]),
            new("reference_id", payment.Reference),
            new("amount", MajorUnits.Text(payment.Amount)),
            new("currency", payment.Amount.Currency.Code),
            new("status", CardgateStatus.Of(payment, seen)),
        ];
    }

    private static string? UrlOf(ReturnUrls? urls, PaymentStatus seen) => seen switch
    {
        PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.Disputed
            or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack or PaymentStatus.Verified => urls?.Success,
        PaymentStatus.Cancelled or PaymentStatus.Reversed or PaymentStatus.Failed or PaymentStatus.Expired or PaymentStatus.VerifyFailed => urls?.Fail,
        PaymentStatus.Open or PaymentStatus.Submitting or PaymentStatus.AwaitingShopper or PaymentStatus.AwaitingReview or PaymentStatus.Unknown
            or PaymentStatus.Authorized or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture or PaymentStatus.CancelRequested
            or PaymentStatus.QueuedForCancel or PaymentStatus.NeedsOperator => urls?.Pending,
    };
}
