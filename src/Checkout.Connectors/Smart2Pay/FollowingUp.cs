using System.Globalization;
using System.Text.Json;
using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay.Wire;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Captures, cancels, refunds and words on reviews. A refusal because of where the payment stands is not believed before it was looked at.</summary>
internal sealed class FollowingUp(Calls calls, Asking asking, Smart2PayAccount account)
{
    private const int InReview = 30;

    private static readonly ConnectorOutcome Unreadable = new Unknown(ConnectorFault.UnreadableAnswer);
    private static readonly ConnectorOutcome NotPermitted = new Declined(PaymentReason.NotPermitted);

    public async Task<ConnectorOutcome> RunAsync(FollowUpRequest request, CancellationToken cancellation)
    {
        var id = request.TargetUpstreamId;
        if (id is null)
        {
            var finding = await asking.FindAsync(request.Target, null, cancellation);
            // Whatever kept us from finding it, nothing was asked for yet.
            if (finding.Instead is Unknown unknown) return new NotSent(unknown.Fault);
            if (finding.Payment is not { } payment) return finding.Instead!;
            id = payment.Id!;
        }

        var reply = await SendAsync(request, id, cancellation);
        if (reply is not Reply.Answer answer) return ((Reply.Fault)reply).Outcome;
        return request.Kind == AttemptKind.Refund ? OfRefund(answer, request, id) : await OfActionAsync(answer, request, id, cancellation);
    }

    private Task<Reply> SendAsync(FollowUpRequest request, string id, CancellationToken cancellation)
    {
        var payment = $"/v1/payments/{Uri.EscapeDataString(id)}";
        var (path, write) = request.Kind switch
        {
            AttemptKind.Capture => (string.Create(CultureInfo.InvariantCulture, $"{payment}/capture?amount={request.Amount.Minor}"), (Action<Utf8JsonWriter>?)null),
            AttemptKind.Cancel => ($"{payment}/{(request.OfReview ? "challenge/reject" : "cancel")}", null),
            AttemptKind.Accept => ($"{payment}/challenge/accept", null),
            AttemptKind.Refund => ($"{payment}/refunds", json => PaymentWriter.Refund(json, request)),
            AttemptKind.Authorise or AttemptKind.Verify => throw new ArgumentException($"{request.Kind} is no follow-up.", nameof(request)),
        };
        return calls.PostAsync(path, request.Reference, write, isNew: false, cancellation);
    }

    private async Task<ConnectorOutcome> OfActionAsync(Reply.Answer answer, FollowUpRequest request, string id, CancellationToken cancellation)
    {
        if (!IsReadable(answer) || Resource.In(answer.Body, "Payment") is not { } payment) return Unreadable;
        if (answer.IsSuccess)
        {
            if (payment.Reference != request.Target || payment.Site != account.Site || payment.Id != id) return new Unknown(ConnectorFault.WrongReference);
            // "Not yet so", right after it was accepted, is no answer.
            return Standing(payment, request) is var outcome and not NotFound ? outcome : new Unknown(ConnectorFault.NoAnswer);
        }

        // A refusal may echo little of the payment, but never something else.
        if (IsOther(payment.Reference, request.Target) || IsOther(payment.Site, account.Site) || IsOther(payment.Id, id)) return new Unknown(ConnectorFault.WrongReference);
        if (ReturnCodes.IsUnderWay(payment.Codes)) return new Unknown(ConnectorFault.NoAnswer);
        if (payment.Status is 4 or 9) return new Declined(ReturnCodes.OfFailure(payment.Codes));
        if (payment.Status is null && payment.Codes.Count == 0) return Unreadable;
        if (payment.Status is not null || ReturnCodes.IsWrongState(payment.Codes)) return await AsItStandsAsync(request, id, cancellation);
        return new Declined(ReturnCodes.OfRefusal(payment.Codes));
    }

    /// <summary>They would not do it. That is a no, unless it is so already: an earlier request of ours may have done it.</summary>
    private async Task<ConnectorOutcome> AsItStandsAsync(FollowUpRequest request, string id, CancellationToken cancellation)
    {
        var finding = await asking.FindAsync(request.Target, id, cancellation);
        if (finding.Payment is not { } payment) return finding.Instead is NotSent unsent ? new Unknown(unsent.Fault) : finding.Instead!;
        // It came into review unseen, a late charge for example: what is held there is let go by another word.
        if (request is { Kind: AttemptKind.Cancel, OfReview: false } && payment.Status == InReview) return await RunAsync(request with { TargetUpstreamId = id, OfReview = true }, cancellation);
        return Standing(payment, request) switch
        {
            Approved yes when yes.Amount == request.Amount || request.Kind == AttemptKind.Cancel => yes,
            Cancelled or Unknown => Standing(payment, request),
            _ => NotPermitted,
        };
    }

    private ConnectorOutcome OfRefund(Reply.Answer answer, FollowUpRequest request, string id)
    {
        if (!IsReadable(answer) || Resource.In(answer.Body, "Refund") is not { } refund) return Unreadable;
        if (refund.Reference != request.Reference || refund.Site != account.Site || IsOther(refund.Payment, id)) return new Unknown(ConnectorFault.WrongReference);
        if (answer.IsSuccess) return refund.Id is null ? Unreadable : StatusReading.OfRefund(refund);
        if (ReturnCodes.IsUnderWay(refund.Codes)) return new Unknown(ConnectorFault.NoAnswer);
        if (refund is { Id: not null, Status: 4 }) return new Declined(ReturnCodes.OfFailure(refund.Codes));
        if (refund.Id is not null || refund.Status is not null || refund.Codes.Count == 0) return Unreadable;
        return ReturnCodes.IsWrongState(refund.Codes) ? NotPermitted : new Declined(ReturnCodes.OfRefusal(refund.Codes));
    }

    private static ConnectorOutcome Standing(Resource payment, FollowUpRequest request) => request.Kind switch
    {
        AttemptKind.Capture => StatusReading.OfCapture(payment, request.Amount),
        AttemptKind.Accept => StatusReading.OfAccept(payment),
        _ => StatusReading.OfCancel(payment),
    };

    /// <summary>Whether the status is one that says yes or no to what was asked; the rest is about credentials and addresses.</summary>
    private static bool IsReadable(Reply.Answer answer) => answer.IsSuccess || answer.Status is 400 or 402;

    private static bool IsOther(string? said, string ours) => said is not null && said != ours;
}
