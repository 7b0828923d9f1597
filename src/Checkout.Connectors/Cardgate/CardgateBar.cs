using Checkout.Connectors.Exchange;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>Takes the reference of a charge that was not found, for an invoice that nobody is told of and that ends at once.</summary>
internal sealed class CardgateBar(UpstreamHttp http, CardgateRequests requests)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    public async Task<ConnectorOutcome> RunAsync(BarRequest request, DateTimeOffset expires, CancellationToken cancellation)
    {
        if (await http.SendAsync(requests.Bar(request, expires), isNew: false, cancellation) is not Reply.Answer answer) return new ConnectorOutcome.NotFound();
        if (answer.IsSuccess) return Invoice.Read(answer.Body.Part("data")) is { IsBar: true } bar && bar.Reference == request.Reference ? new ConnectorOutcome.Barred() : new ConnectorOutcome.NotFound();
        return Refusal.Read(answer) is { SaysItExists: true } ? new ConnectorOutcome.Unknown(ConnectorFault.Undecided) : new ConnectorOutcome.NotFound();
    }

    /// <summary>A bar of ours that nobody paid.</summary>
    public static bool Is(Invoice invoice, string reference) =>
        invoice.IsBar && invoice.Reference == reference && InvoiceStatus.Of(invoice.Status) is not (InvoiceMeaning.Paid or InvoiceMeaning.PaidInPart);
}
