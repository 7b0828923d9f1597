using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Web.Dialects.Link;
using Checkout.Web.Hosting;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Demo;

/// <summary>How the shop talks to Checkout: over HTTP with its API key, or with a link it signs itself, like any merchant.</summary>
public sealed class DemoClient(HttpClient http, PublicAddress address)
{
    private static readonly AuthenticationHeaderValue Credentials =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SandboxMerchant.Site}:{SandboxMerchant.ApiKey}")));

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private string ReturnUrl => address.Base + "/demo/back";

    /// <summary>Opens a payment by API.</summary>
    /// <returns>Where the shopper has to go; null when Checkout refused, with its answer.</returns>
    public async Task<(string? RedirectUrl, string Answer)> OpenPaymentAsync(DemoOrder order)
    {
        var body = new JsonObject
        {
            ["Payment"] = new JsonObject
            {
                ["MerchantTransactionID"] = order.Reference,
                ["Amount"] = order.Product.PriceMinor,
                ["Currency"] = order.Product.Currency,
                ["ReturnURL"] = ReturnUrl,
                ["Description"] = order.Product.Name,
                ["Capture"] = true,
                ["GenerateCreditCardToken"] = true,
                ["Customer"] = new JsonObject { ["MerchantCustomerID"] = order.Shopper },
            },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, address.Base + "/v1/payments") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        var answer = await SendAsync(request);
        return (answer?["Payment"]?["RedirectURL"]?.GetValue<string>(), answer?.ToJsonString(Indented) ?? "Nothing that can be read: is PublicUrl the address of this server?");
    }

    /// <summary>The same purchase as a link: no call, only a signature.</summary>
    public string SignedLink(DemoOrder order)
    {
        var parameters = new Dictionary<string, string>
        {
            ["site"] = SandboxMerchant.Site.ToString(CultureInfo.InvariantCulture),
            ["reference"] = order.Reference,
            ["amount"] = order.Product.PriceMinor.ToString(CultureInfo.InvariantCulture),
            ["currency"] = order.Product.Currency,
            ["return"] = ReturnUrl,
            ["customer"] = order.Shopper,
            ["description"] = order.Product.Name,
            ["save"] = "1",
        };
        parameters[LinkSignature.Name] = LinkSignature.Of(parameters, Encoding.UTF8.GetBytes(SandboxMerchant.LinkSecret));
        return address.Base + "/pay" + QueryString.Create(parameters.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));
    }

    /// <summary>What Checkout says of an order now: the merchant's own question, which decides, whatever the return said.</summary>
    public async Task<JsonNode?> AskAsync(DemoOrder order)
    {
        // A link payment is not in the Smart2Pay list; the notice carries its id.
        var id = order.Notices.Select(n => JsonNode.Parse(n)?["Payment"]?["ID"]?.GetValue<long>()).LastOrDefault(i => i is not null);
        var path = id is null ? $"/v1/payments?merchantTransactionID={order.Reference}" : $"/v1/payments/{id}";
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Base + path);
        var answer = await SendAsync(request);
        return answer?["Payment"] ?? answer?["Payments"]?.AsArray().FirstOrDefault();
    }

    public static bool IsFromCheckout(HttpRequest notice) =>
        AuthenticationHeaderValue.TryParse(notice.Headers.Authorization, out var proof) && proof.Scheme == "Basic" && proof.Parameter is { } given
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Credentials.Parameter!));

    public static string Pretty(JsonNode node) => node.ToJsonString(Indented);

    /// <summary>Null: there was no answer, or none that is JSON.</summary>
    private async Task<JsonNode?> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Authorization = Credentials;
        try
        {
            using var answer = await http.SendAsync(request);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }
}
