using System.Text.Json;
using Checkout.Connectors.Exchange;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>What came of looking for an invoice: the invoice, or why there is none.</summary>
internal sealed record SearchedInvoice(Invoice? Invoice, ConnectorOutcome Otherwise);

/// <summary>Looks for an invoice, by the provider's name for it or by ours. Only reads.</summary>
internal sealed class InvoiceSearch(UpstreamHttp http, CardgateRequests requests)
{
    public async Task<SearchedInvoice> FindAsync(string? id, string reference, CancellationToken cancellation)
    {
        var isById = Invoice.IsId(id);
        var reply = await http.SendAsync(isById ? requests.Read(id!) : requests.Find(reference), isNew: false, cancellation);
        return reply switch
        {
            Reply.Answer { IsSuccess: true } answer => isById ? One(answer) : Among(answer, reference),
            Reply.Answer { Status: 404 } when isById => Nothing(new ConnectorOutcome.NotFound()),
            Reply.Fault fault => Nothing(fault.Outcome),
            _ => Nothing(new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer)),
        };
    }

    /// <summary>Asks for a reference nobody has.</summary>
    /// <returns>Null when all is well, else a sentence for the operator.</returns>
    public async Task<string?> ProbeAsync(CancellationToken cancellation) =>
        await http.SendAsync(requests.Find("checkout-probe"), isNew: false, cancellation) switch
        {
            Reply.Answer { IsSuccess: true } answer when answer.Body.Part("data").ValueKind == JsonValueKind.Array => null,
            Reply.Answer { Status: 401 or 403 } => "The provider does not know this account, or its key is wrong.",
            Reply.Answer { IsSuccess: true } => "What answered there is no such provider.",
            Reply.Answer answer => $"The provider answered with status {answer.Status}.",
            Reply.Fault { IsSent: false } => "The provider cannot be reached.",
            _ => "The provider gave no answer that can be read.",
        };

    private static SearchedInvoice One(Reply.Answer answer) =>
        Invoice.Read(answer.Body.Part("data")) is { } invoice ? Found(invoice) : Nothing(new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer));

    /// <summary>Only a list that is empty says that there is nothing: one of other invoices was not searched by our reference.</summary>
    private static SearchedInvoice Among(Reply.Answer answer, string reference)
    {
        if (answer.Body.Part("data").ValueKind != JsonValueKind.Array) return Nothing(new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer));
        var listed = answer.Body.Elements("data").ToList();
        if (listed.Count == 0) return Nothing(new ConnectorOutcome.NotFound());

        var ours = listed.Select(Invoice.Read).OfType<Invoice>().Where(i => i.Reference == reference).ToList();
        // Beside what it was to keep out a bar says nothing: there, a reference could be taken twice.
        if (ours.Exists(i => !CardgateBar.Is(i, reference))) ours.RemoveAll(i => CardgateBar.Is(i, reference));
        return ours is [{ } invoice] ? Found(invoice) : Nothing(new ConnectorOutcome.Unknown(ConnectorFault.WrongReference));
    }

    private static SearchedInvoice Found(Invoice invoice) => new(invoice, new ConnectorOutcome.NotFound());

    private static SearchedInvoice Nothing(ConnectorOutcome why) => new(null, why);
}
