using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Hosting;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Demo;

/// <summary>How the shop talks to Checkout in the Cardgate dialect: an invoice by API, the shopper sent on as the answer says, signed callbacks.</summary>
public sealed class DemoCardgate(DemoHttp http, PublicAddress address)
{
    public const string Callbacks = "/demo/callbacks";

    private static readonly AuthenticationHeaderValue Credentials = DemoHttp.Basic(SandboxMerchant.Account.Id, SandboxMerchant.CardgateKey);

    /// <summary>Makes an invoice.</summary>
    /// <returns>Where the shopper has to go; null when Checkout refused, with its answer.</returns>
    public async Task<(DemoFlow? Flow, string Answer)> OpenInvoiceAsync(DemoOrder order)
    {
        var answer = await http.SendAsync(HttpMethod.Post, address.Base + "/payment-invoices", Credentials, InvoiceOf(order));
        order.Invoice = answer?["data"]?["id"]?.GetValue<string>();
        return (FlowOf(answer?["data"]?["attributes"]?["flow_data"], order), answer is null ? DemoHttp.NoAnswer : DemoHttp.Pretty(answer));
    }

    /// <summary>What Checkout says of an order now, whatever the return said.</summary>
    public async Task<DemoTruth?> AskAsync(DemoOrder order)
    {
        if (order.Invoice is null) return null;
        var answer = await http.SendAsync(HttpMethod.Get, $"{address.Base}/payment-invoices/{order.Invoice}", Credentials);
        return answer?["data"]?["attributes"] is { } invoice ? new DemoTruth(invoice["status"]?.GetValue<string>(), TokenOf(invoice["payload"])) : null;
    }

    /// <summary>Whether a callback was signed with the shop's secret key, over the bytes as they came; computed here as any merchant does.</summary>
    public static bool IsSigned(ReadOnlySpan<byte> body, string? signature)
    {
        var secret = Encoding.UTF8.GetBytes(SandboxMerchant.SecretTestKey);
#pragma warning disable CA5350 // The published signature is SHA-1.
        var expected = Convert.ToBase64String(SHA1.HashData([.. secret, .. body, .. secret]));
#pragma warning restore CA5350
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature ?? ""), Encoding.UTF8.GetBytes(expected));
    }

    private JsonObject InvoiceOf(DemoOrder order) => new()
    {
        ["data"] = new JsonObject
        {
            ["type"] = "payment-invoices",
            ["attributes"] = new JsonObject
            {
                ["reference_id"] = order.Reference,
                ["amount"] = order.Product.PriceMinor / 100m,
                ["currency"] = order.Product.Currency,
                ["service"] = $"payment_card_{order.Product.Currency.ToLowerInvariant()}_hpp",
                ["test_mode"] = true,
                ["description"] = order.Product.Name,
                ["customer"] = new JsonObject { ["reference_id"] = order.Shopper },
                ["gateway_options"] = new JsonObject { ["cardgate"] = new JsonObject { ["tokenize"] = true } },
                ["return_url"] = $"{address.Base}/demo/back?order={order.Reference}",
                ["callback_url"] = address.Base + Callbacks,
            },
        },
    };

    // The shop can do either, so that a merchant sees both: what the answer proposes is GET.
    private static DemoFlow? FlowOf(JsonNode? flow, DemoOrder order)
    {
        if (flow?["action"]?.GetValue<string>() is not { } action) return null;
        var fields = flow["params"] is JsonObject map ? map.Select(p => KeyValuePair.Create(p.Key, p.Value?.ToString() ?? "")) : [];
        return new DemoFlow(action, order.Way == DemoWay.CardgatePost, [.. fields]);
    }

    // An empty map comes as a list.
    private static string? TokenOf(JsonNode? payload) => (payload as JsonObject)?["token"]?.GetValue<string>();
}
