using Checkout.Connectors.Exchange;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>
/// One charge, from the invoice to its end or to the page where the shopper goes on:
/// <code>
/// (1) make the invoice ── the reference is taken? then it is asked about, nothing is sent again
/// (2) their page: the shopper goes there
/// (3) else one sale with the invoice's bearer ── no answer? it is asked about later, never sent again
/// (4) paid: read the invoice, because the sale's answer carries neither our reference nor a token
/// </code>
/// </summary>
internal sealed class CardgateCharges(UpstreamHttp http, CardgateRequests requests, InvoiceSearch search)
{
    private static readonly ConnectorOutcome Contradiction = new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);

    public async Task<ConnectorOutcome> RunAsync(CardgateOrder order, DateTimeOffset expires, CancellationToken cancellation)
    {
        var reply = await http.SendAsync(requests.Create(order, expires), isNew: true, cancellation);
        if (reply is not Reply.Answer answer) return ((Reply.Fault)reply).Outcome;
        if (!answer.IsSuccess) return await RefusedAsync(answer, order, cancellation);
        if (Invoice.Read(answer.Body.Part("data")) is not { } invoice) return new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);

        var made = InvoiceReading.Of(invoice, order.Request.Reference, mayVisit: order.Way == CardgateWay.TheirPage);
        if (InvoiceStatus.Of(invoice.Status) != InvoiceMeaning.Pending || made is ConnectorOutcome.Unknown { Fault: ConnectorFault.WrongReference }) return made;

        // They would charge something else. Nobody has been told of this invoice, so nobody can pay it.
        if (invoice.Amount is { } amount && amount != order.Request.Amount) return new ConnectorOutcome.Declined(PaymentReason.ProviderError);
        if (invoice.Amount is null || order.Way == CardgateWay.TheirPage) return made;
        return invoice.Bearer is { } bearer ? await SellAsync(order, invoice.Id, bearer, cancellation) : new ConnectorOutcome.Declined(PaymentReason.NotPermitted);
    }

    private async Task<ConnectorOutcome> SellAsync(CardgateOrder order, string invoice, string bearer, CancellationToken cancellation)
    {
        var reply = await http.SendAsync(requests.Sale(order, bearer), isNew: false, cancellation);
        if (reply is not Reply.Answer answer)
        {
            // The card never left, and the bearer is thrown away: this invoice ends unpaid.
            return reply is Reply.Fault { IsSent: true } fault ? fault.Outcome : new ConnectorOutcome.Declined(PaymentReason.ProviderError);
        }

        var sold = SaleAnswer.Read(answer, invoice);
        return SaleAnswer.IsPaid(answer) ? await ConfirmAsync(order, invoice, sold, cancellation) : sold;
    }

    /// <summary>What the invoice says counts. Only where it could not be read now, the sale's own answer does.</summary>
    private async Task<ConnectorOutcome> ConfirmAsync(CardgateOrder order, string invoice, ConnectorOutcome sold, CancellationToken cancellation)
    {
        var found = await search.FindAsync(invoice, order.Request.Reference, cancellation);
        if (found.Invoice is null) return found.Otherwise is ConnectorOutcome.NotFound or ConnectorOutcome.Unknown { Fault: ConnectorFault.WrongReference } ? Contradiction : sold;
        var said = InvoiceReading.Of(found.Invoice, order.Request.Reference, mayVisit: false);
        return said switch
        {
            ConnectorOutcome.Approved paid => order.Request.KeepsCard ? paid : paid with { Token = null },
            // Paid, and yet not, or not yet: somebody has to ask again.
            _ => Contradiction,
        };
    }

    private async Task<ConnectorOutcome> RefusedAsync(Reply.Answer answer, CardgateOrder order, CancellationToken cancellation)
    {
        if (Refusal.Read(answer) is not { } refusal) return new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);
        if (refusal.SaysItExists) return await AskAsync(order, cancellation);
        return new ConnectorOutcome.Declined(refusal.Status == 422 && refusal.IsAbout("token") ? PaymentReason.TokenNotAvailable : PaymentReason.ProviderError);
    }

    private async Task<ConnectorOutcome> AskAsync(CardgateOrder order, CancellationToken cancellation)
    {
        var found = await search.FindAsync(null, order.Request.Reference, cancellation);
        if (found.Invoice is null) return new ConnectorOutcome.Unknown(ConnectorFault.WrongReference);
        var said = InvoiceReading.Of(found.Invoice, order.Request.Reference, mayVisit: order.Way == CardgateWay.TheirPage || found.Invoice.WaitsForBank);
        return said is ConnectorOutcome.Approved paid && !order.Request.KeepsCard ? paid with { Token = null } : said;
    }
}
