using Checkout.Connectors.Exchange;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>Gives money back, once per reference, and finds out what became of it.</summary>
internal sealed class CardgateRefunds(UpstreamHttp http, CardgateRequests requests, InvoiceSearch search)
{
    public async Task<ConnectorOutcome> RunAsync(FollowUpRequest request, CancellationToken cancellation)
    {
        var id = request.TargetUpstreamId;
        if (!Invoice.IsId(id))
        {
            var found = await search.FindAsync(null, request.Target, cancellation);
            if (found.Invoice is null) return NothingSent(found.Otherwise);
            id = found.Invoice.Id;
        }

        var reply = await http.SendAsync(requests.Refund(id!, request), isNew: false, cancellation);
        return reply switch
        {
            Reply.Answer { IsSuccess: true } answer => RefundReading.OfAnswer(answer.Body, request),
            Reply.Answer answer when Refusal.Read(answer) is { SaysItExists: false } refusal => Refused(refusal),
            Reply.Fault { IsSent: false } unsent => unsent.Outcome,
            _ => await AskWhyAsync(id!, request, cancellation),
        };
    }

    public async Task<ConnectorOutcome> AskAsync(QueryRequest request, CancellationToken cancellation)
    {
        var found = await search.FindAsync(request.UpstreamId, request.Target ?? "", cancellation);
        if (found.Invoice is not { } invoice) return found.Otherwise;
        if (invoice.Reference != request.Target) return new ConnectorOutcome.Unknown(ConnectorFault.WrongReference);
        return RefundReading.OfInvoice(invoice, request.Reference);
    }

    /// <summary>Looking for the invoice failed, so the refund itself was not sent.</summary>
    private static ConnectorOutcome NothingSent(ConnectorOutcome why) =>
        why is ConnectorOutcome.Unknown { Fault: var fault } ? new ConnectorOutcome.NotSent(fault) : why;

    private static ConnectorOutcome.Declined Refused(Refusal refusal) =>
        new(refusal.Status == 422 && refusal.IsAbout("amount") ? PaymentReason.RefundExceedsCaptured : PaymentReason.ProviderError);

    /// <summary>The answer decides nothing; the invoice may: it names the refund, or other refunds leave nothing for it.</summary>
    private async Task<ConnectorOutcome> AskWhyAsync(string id, FollowUpRequest request, CancellationToken cancellation)
    {
        var found = await search.FindAsync(id, request.Target, cancellation);
        if (found.Invoice is not { } invoice || invoice.Reference != request.Target) return new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
        if (RefundReading.OfInvoice(invoice, request.Reference) is var outcome and not (ConnectorOutcome.NotFound or ConnectorOutcome.Unknown)) return outcome;
        return RefundReading.LeavesTooLittle(invoice, request)
            ? new ConnectorOutcome.Declined(PaymentReason.RefundExceedsCaptured)
            : new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
    }
}
