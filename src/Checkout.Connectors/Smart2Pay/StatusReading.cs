using Checkout.Connectors.Smart2Pay.Wire;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>
/// What a status means, for each operation that is asked about. The caller has made sure that the resource is ours. A status that is no
/// explicit yes or no, known or not, is Unknown.
/// </summary>
internal static class StatusReading
{
    private static readonly ConnectorOutcome Undecided = new Unknown(ConnectorFault.Undecided);
    private static readonly ConnectorOutcome Unreadable = new Unknown(ConnectorFault.UnreadableAnswer);

    /// <param name="payment">The payment as they show it.</param>
    /// <param name="captures">Whether it was to take the money too.</param>
    /// <param name="host">Where the account lies; a page of theirs is no less protected.</param>
    public static ConnectorOutcome OfCharge(Resource payment, bool captures, Uri host) => payment.Status switch
    {
        1 => AtTheirPage(payment, host),
        3 or 16 => new Cancelled(),
        4 => new Declined(ReturnCodes.OfFailure(payment.Codes), payment.Fraud),
        5 => new Declined(PaymentReason.LinkExpired, payment.Fraud),
        9 => Yes(payment, payment.Amount, captures ? ApprovalStage.Requested : ApprovalStage.Done),
        11 or (>= 21 and <= 26) or 19 => WithDispute(Yes(payment, payment.Amount, ApprovalStage.Done), payment),
        13 => Yes(payment, payment.Amount, ApprovalStage.Requested),
        30 => new NeedsReview(payment.Fraud ?? new FraudVerdict(FraudStatus.Challenge, 0, ""), payment.Id),
        33 => Yes(payment, payment.Amount, ApprovalStage.Queued, PaymentReason.CaptureWillRetry),
        // Less was taken than was held. That is fine for a charge that was only to hold; of one that was to take, it is not what was asked.
        35 => Yes(payment, captures ? payment.Captured : payment.Amount, ApprovalStage.Done),
        _ => Undecided,
    };

    /// <param name="payment">The payment as they show it.</param>
    /// <param name="asked">What is to be captured: while a capture is on its way, the answer may not say how much it will take.</param>
    public static ConnectorOutcome OfCapture(Resource payment, Amount? asked) => payment.Status switch
    {
        9 => new NotFound(),
        11 or 19 or (>= 21 and <= 26) or 35 => Follows(payment, payment.Captured, ApprovalStage.Done),
        13 => Follows(payment, payment.ToBeCaptured ?? asked ?? payment.Amount, ApprovalStage.Requested),
        33 => Follows(payment, payment.ToBeCaptured ?? asked ?? payment.Amount, ApprovalStage.Queued, PaymentReason.CaptureWillRetry),
        4 => new Declined(ReturnCodes.OfFailure(payment.Codes)),
        3 or 16 => new Declined(PaymentReason.NotPermitted),
        _ => Undecided,
    };

    /// <summary>A review that was accepted is one no more; what became of the charge is another question.</summary>
    public static ConnectorOutcome OfAccept(Resource payment) => payment.Status switch
    {
        30 => new NotFound(),
        9 or 11 or 13 or 19 or (>= 21 and <= 26) or 33 or 35 => Follows(payment, payment.Amount, ApprovalStage.Done),
        3 or 16 => new Declined(PaymentReason.ReviewRejected),
        4 or 5 => new Declined(ReturnCodes.OfFailure(payment.Codes)),
        _ => Undecided,
    };

    public static ConnectorOutcome OfCancel(Resource payment) => payment.Status switch
    {
        1 or 9 or 30 => new NotFound(),
        3 or 16 => Follows(payment, payment.Amount, ApprovalStage.Done),
        15 => Follows(payment, payment.Amount, ApprovalStage.Requested),
        34 => Follows(payment, payment.Amount, ApprovalStage.Queued),
        // Nothing is held there any more, so nothing is left to let go.
        4 or 5 => new Cancelled(),
        11 or 19 or (>= 21 and <= 26) or 35 => new Declined(PaymentReason.NotPermitted),
        _ => Undecided,
    };

    /// <summary>Payouts stand in the same words.</summary>
    public static ConnectorOutcome OfRefund(Resource refund) => refund.Status switch
    {
        1 => Follows(refund, refund.Amount, ApprovalStage.Requested),
        2 => Follows(refund, refund.Amount, ApprovalStage.Done),
        4 => new Declined(ReturnCodes.OfFailure(refund.Codes)),
        _ => Undecided,
    };

    private static ConnectorOutcome Yes(Resource payment, Amount? amount, ApprovalStage stage, PaymentReason note = PaymentReason.None) => amount is { } said
        ? new Approved(said, stage, payment.Id, payment.Fraud, note) { Token = payment.Token, Card = payment.Card, Facts = payment.Facts, AcquirerReference = payment.AcquirerReference }
        : Unreadable;

    /// <summary>They say that a payment is disputed, and not how much of it: what was taken.</summary>
    private static ConnectorOutcome WithDispute(ConnectorOutcome outcome, Resource payment)
    {
        DisputeState? state = payment.Status switch { 19 => DisputeState.Open, 23 => DisputeState.Won, 24 => DisputeState.Lost, 26 => DisputeState.ChargedBack, _ => null };
        return outcome is Approved yes && state is { } stands ? yes with { Dispute = new DisputeWord(stands, (payment.Captured ?? yes.Amount).Minor) } : outcome;
    }

    private static ConnectorOutcome Follows(Resource resource, Amount? amount, ApprovalStage stage, PaymentReason note = PaymentReason.None) =>
        amount is { } said ? new Approved(said, stage, resource.Id, Note: note) : Unreadable;

    private static ConnectorOutcome AtTheirPage(Resource payment, Uri host)
    {
        var isPage = Uri.TryCreate(payment.RedirectUrl, UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && host.Scheme == Uri.UriSchemeHttp));
        return isPage ? new NeedsShopper(ShopperRedirect.Get(payment.RedirectUrl!), payment.Id) : Unreadable;
    }
}
