using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;

namespace Checkout.Web.Pages.Pay;

/// <summary>Where the shopper goes when the payment is over, with what the merchant's dialect adds to the address.</summary>
/// <param name="IsWeb">False: it opens an app, and a browser may want a tap for that.</param>
public sealed record ReturnTarget(string Url, bool IsWeb);

/// <summary>The way back to the merchant. The stored address is checked again each time: what the merchant may use can have changed (WEB-11).</summary>
public static class MerchantReturn
{
    private const int Processing = 7;

    /// <summary>Null: the merchant gave no address, or none that is still allowed.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="merchant">Its merchant.</param>
    /// <param name="seen">The status the shopper is told.</param>
    public static ReturnTarget? Of(Payment payment, Merchant merchant, PaymentStatus seen) => payment.Dialect switch
    {
        Dialect.Smart2Pay or Dialect.Link => ReturnUrl.TryRead(payment.ReturnUrl, merchant, out var url) ? new ReturnTarget(url.With(WithStatus(payment, seen)), url.IsWeb) : null,
        Dialect.Cardgate => InCardgate(payment, merchant, seen),
    };

    private static ReturnTarget? InCardgate(Payment payment, Merchant merchant, PaymentStatus seen)
    {
        foreach (var stored in CardgateReturn.Of(payment, merchant.Settings, seen))
        {
            if (!ReturnUrl.TryRead(stored, merchant, out var url)) continue;
            return new ReturnTarget(merchant.Settings.ReturnContext ? url.With(CardgateReturn.Context(payment, seen)) : url.Text, url.IsWeb);
        }

        return null;
    }

    private static List<KeyValuePair<string, string>> WithStatus(Payment payment, PaymentStatus seen)
    {
        var data = DataOf(seen);
        List<KeyValuePair<string, string>> parameters = [new("data", Text(data)), new("MerchantTransactionID", payment.Reference)];
        if (data == Processing && StatusOf(seen) is var (id, name))
        {
            parameters.Add(new("StatusID", Text(id)));
            parameters.Add(new("StatusName", name));
        }

        return parameters;
    }

    /// <summary>2 paid, 3 cancelled, 4 failed or expired, 7 not decided yet, 9 authorised.</summary>
    private static int DataOf(PaymentStatus status) => status switch
    {
        PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.Disputed
            or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack or PaymentStatus.Verified => 2,
        PaymentStatus.Cancelled or PaymentStatus.Reversed => 3,
        PaymentStatus.Failed or PaymentStatus.Expired or PaymentStatus.VerifyFailed => 4,
        PaymentStatus.Authorized => 9,
        PaymentStatus.Open or PaymentStatus.Submitting or PaymentStatus.AwaitingShopper or PaymentStatus.AwaitingReview or PaymentStatus.Unknown
            or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture or PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel
            or PaymentStatus.NeedsOperator => Processing,
    };

    /// <summary>How a status that is not decided yet is called; null for those that are.</summary>
    private static (int Id, string Name)? StatusOf(PaymentStatus status) => status switch
    {
        PaymentStatus.Open or PaymentStatus.AwaitingShopper => (1, "Open"),
        PaymentStatus.Unknown => (7, "PendingOnProvider"),
        PaymentStatus.Submitting => (10, "AuthorizeRequested"),
        PaymentStatus.CaptureRequested => (13, "CaptureRequested"),
        PaymentStatus.NeedsOperator => (14, "Exception"),
        PaymentStatus.CancelRequested => (15, "CancelRequested"),
        PaymentStatus.AwaitingReview => (30, "PendingChallengeConfirmation"),
        PaymentStatus.QueuedForCapture => (33, "QueuedForCapturing"),
        PaymentStatus.QueuedForCancel => (34, "QueuedForCanceling"),
        PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.Disputed
            or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack or PaymentStatus.Verified or PaymentStatus.Cancelled
            or PaymentStatus.Reversed or PaymentStatus.Failed or PaymentStatus.Expired or PaymentStatus.VerifyFailed or PaymentStatus.Authorized => null,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
