using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>A page of a merchant's own, in somebody's browser: it knows the public key and nothing else.</summary>
internal sealed class PublicShop(RunningCheckout checkout, string key = SandboxMerchant.PublicTestKey)
{
    public const string Origin = "https://shop.example";

    /// <summary>What a page sends for an invoice nothing is wrong with.</summary>
    public JsonObject Order(string? reference = null) => new()
    {
        ["public_key"] = key,
        ["reference_id"] = reference ?? Orders.NewReference("pub"),
        ["amount"] = 10.5m,
        ["currency"] = "USD",
        ["service"] = "payment_card_usd_hpp",
    };

    public Task<Answer> CreateAsync(JsonObject order) => SendAsync(HttpMethod.Post, "/public-api/payment-invoices?", order.ToJsonString());

    public Task<Answer> OfferAsync(JsonObject asked) => SendAsync(HttpMethod.Post, "/public-api/payment-prerequest?include[0]=payment-services", asked.ToJsonString());

    /// <summary>The published client sends a body with it.</summary>
    public Task<Answer> ReadAsync(string invoice) => SendAsync(HttpMethod.Get, "/public-api/payment-invoices/" + invoice, "{}");

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.Add("Origin", Origin);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await checkout.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>The address of a payment link, with parameters changed, added, or (null) left out.</summary>
    public string Link(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?> { ["public_key"] = key, ["amount"] = "10.5", ["currency"] = "USD" };
        foreach (var (name, value) in changes) parameters[name] = value;
        return "/hpp/?" + string.Join('&', parameters.Where(p => p.Value is not null).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value!)}"));
    }
}
