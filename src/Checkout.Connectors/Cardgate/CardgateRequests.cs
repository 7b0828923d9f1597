using System.Net.Http.Headers;
using System.Text;
using Checkout.Connectors.Exchange;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>The requests of this provider, ready to be sent.</summary>
internal sealed class CardgateRequests(CardgateAccount account)
{
    private readonly string _api = account.Url.AbsoluteUri.TrimEnd('/');
    private readonly string _cardgate = account.CardgateUrl.AbsoluteUri.TrimEnd('/');
    private readonly string _basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Account}:{account.Key}"));

    public HttpRequestMessage Create(CardgateOrder order, DateTimeOffset expires) =>
        Private(HttpMethod.Post, "/payment-invoices", new JsonRequestBody(json => InvoiceBody.Write(json, order, account, expires)));

    public HttpRequestMessage Bar(BarRequest bar, DateTimeOffset expires) =>
        Private(HttpMethod.Post, "/payment-invoices", new JsonRequestBody(json => InvoiceBody.WriteBar(json, bar, account, expires)));

    /// <param name="bearer">What the invoice gave for this one sale.</param>
    public HttpRequestMessage Sale(CardgateOrder order, string bearer)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _cardgate + "/payment/sale") { Content = new JsonRequestBody(json => SaleBody.Write(json, order)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return request;
    }

    public HttpRequestMessage Read(string invoice) => Private(HttpMethod.Get, "/payment-invoices/" + Uri.EscapeDataString(invoice));

    public HttpRequestMessage Find(string reference) => Private(HttpMethod.Get, "/payment-invoices?filter%5Breference_id%5D=" + Uri.EscapeDataString(reference));

    public HttpRequestMessage Refund(string invoice, FollowUpRequest refund) => Private(
        HttpMethod.Post,
        $"/payment-invoices/{Uri.EscapeDataString(invoice)}/refund",
        new JsonRequestBody(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteString("type", "refund");
            json.WriteStartObject("attributes");
            json.WriteString("invoiceId", invoice);
            json.WritePropertyName("amount");
            json.WriteRawValue(refund.Amount.DecimalText);
            json.WriteString("reference_id", refund.Reference);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }));

    private HttpRequestMessage Private(HttpMethod method, string path, JsonRequestBody? body = null)
    {
        var request = new HttpRequestMessage(method, _api + path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", _basic);
        return request;
    }
}
