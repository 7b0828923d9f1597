using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Web.Dialects.Link;
using Checkout.Web.Hosting;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Demo;

/// <summary>How the shop talks to Checkout in the Smart2Pay dialect: with its API key, or with a link it signs itself.</summary>
public sealed class DemoClient(DemoHttp http, PublicAddress address)
{
    private static readonly AuthenticationHeaderValue Credentials = DemoHttp.Basic(SandboxMerchant.Site.ToString(CultureInfo.InvariantCulture), SandboxMerchant.ApiKey);

    private string ReturnUrl => address.Base + "/demo/back";

    /// <summary>Opens a payment by API.</summary>
    /// <returns>Where the shopper has to go; null when Checkout refused, with its answer.</returns>
    public async Task<(DemoFlow? Flow, string Answer)> OpenPaymentAsync(DemoOrder order)
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
        var answer = await http.SendAsync(HttpMethod.Post, address.Base + "/v1/payments", Credentials, body);
        var url = answer?["Payment"]?["RedirectURL"]?.GetValue<string>();
        return (url is null ? null : DemoFlow.To(url), answer is null ? DemoHttp.NoAnswer : DemoHttp.Pretty(answer));
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
    public async Task<DemoTruth?> AskAsync(DemoOrder order)
    {
        // A link payment is not in the Smart2Pay list; the notice carries its id.
        var id = order.Notices.Select(n => JsonNode.Parse(n)?["Payment"]?["ID"]?.GetValue<long>()).LastOrDefault(i => i is not null);
        var path = id is null ? $"/v1/payments?merchantTransactionID={order.Reference}" : $"/v1/payments/{id}";
        var answer = await http.SendAsync(HttpMethod.Get, address.Base + path, Credentials);
        return (answer?["Payment"] ?? answer?["Payments"]?.AsArray().FirstOrDefault()) is { } payment
            ? new DemoTruth(payment["Status"]?["Info"]?.GetValue<string>(), payment["CreditCardToken"]?["Value"]?.GetValue<string>())
            : null;
    }

    public static bool IsFromCheckout(HttpRequest notice) =>
        AuthenticationHeaderValue.TryParse(notice.Headers.Authorization, out var proof) && proof.Scheme == "Basic" && proof.Parameter is { } given
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Credentials.Parameter!));
}
