using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay.Wire;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Asks for payments and card checks, and reads what is answered to them.</summary>
internal sealed class Authorising(Calls calls, Smart2PayAccount account)
{
    private static readonly ConnectorOutcome Unreadable = new Unknown(ConnectorFault.UnreadableAnswer);

    public async Task<ConnectorOutcome> PayAsync(AuthoriseRequest request, CancellationToken cancellation)
    {
        var reply = await calls.PostAsync("/v1/payments", request.Reference, json => PaymentWriter.Payment(json, request, account.Entry), isNew: true, cancellation);
        if (reply is not Reply.Answer answer) return ((Reply.Fault)reply).Outcome;
        if (Calls.IsDenied(answer)) return new Declined(PaymentReason.ProviderError);
        if (answer.Status is 401 or 404 || Resource.In(answer.Body, "Payment") is not { } payment) return Unreadable;
        if (payment.Reference != request.Reference || payment.Site != account.Site) return new Unknown(ConnectorFault.WrongReference);
        if (answer.IsSuccess) return payment.Id is null ? Unreadable : StatusReading.OfCharge(payment, request.Capture, account.Url);
        return OfRefusal(payment, hasFailed: payment is { Id: not null, Status: 4 }, isRefused: payment is { Id: null, Status: null });
    }

    /// <summary>A check without an amount. Its answer has no reference, so it is only as sure as the connection; no money hangs on it.</summary>
    public async Task<ConnectorOutcome> CheckAsync(AuthoriseRequest request, CancellationToken cancellation)
    {
        if (request.Card is not { } card) return new Declined(PaymentReason.NotPermitted);

        var reply = await calls.PostAsync("/v1/card/authenticate", request.Reference, json => PaymentWriter.Check(json, request, card), isNew: true, cancellation);
        if (reply is not Reply.Answer answer) return ((Reply.Fault)reply).Outcome;
        if (Calls.IsDenied(answer)) return new Declined(PaymentReason.ProviderError);
        if (answer.Status is 401 or 404 || Resource.In(answer.Body, "CardAuthentication") is not { } check) return Unreadable;
        if (answer.IsSuccess && check.Status == 2) return new Approved(request.Amount, ApprovalStage.Done) { Token = check.Token, Card = check.Card, Facts = check.Facts };
        return OfRefusal(check, hasFailed: check.Status == 4, isRefused: !answer.IsSuccess && check.Status is null);
    }

    /// <param name="answered">What came with a status that says no.</param>
    /// <param name="hasFailed">It was tried and has failed.</param>
    /// <param name="isRefused">Nothing was tried.</param>
    private static ConnectorOutcome OfRefusal(Resource answered, bool hasFailed, bool isRefused)
    {
        if (hasFailed) return new Declined(ReturnCodes.OfFailure(answered.Codes), answered.Fraud);
        if (!isRefused || answered.Codes.Count == 0) return Unreadable;
        return ReturnCodes.IsUnderWay(answered.Codes) ? new Unknown(ConnectorFault.NoAnswer) : new Declined(ReturnCodes.OfRefusal(answered.Codes));
    }
}
