using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Web.Sandbox;

namespace Checkout.BrowserTests.Stories;

/// <summary>An invoice that a merchant opened in the Cardgate dialect.</summary>
/// <param name="Action">Where the shopper is sent.</param>
public sealed record OpenedInvoice(string Id, string Reference, string Action);

/// <summary>A story that begins with an invoice of the Cardgate dialect.</summary>
public abstract class CardgateStory(World world) : Story(world)
{
    protected const string Approved = "5519283812030000";
    protected const string ThreeDSecure = "5123817234060000";

    /// <summary>Opens an invoice with a way back for each outcome.</summary>
    protected async Task<OpenedInvoice> OpensInvoiceAsync(Action<JsonObject>? change = null)
    {
        string Back(string outcome) => Shop.ReturnUrl.Replace("?order=7", "?came=" + outcome, StringComparison.Ordinal);
        var reference = "story-" + Guid.NewGuid().ToString("N")[..16];
        var attributes = new JsonObject
        {
            ["reference_id"] = reference,
            ["amount"] = 10.5m,
            ["currency"] = "USD",
            ["service"] = "payment_card_usd_hpp",
            ["test_mode"] = true,
            ["return_urls"] = new JsonObject { ["success"] = Back("success"), ["pending"] = Back("pending"), ["fail"] = Back("fail") },
        };
        change?.Invoke(attributes);
        var invoice = await AsksAsync("/payment-invoices", Document(attributes), SandboxMerchant.Account.Id);
        return new OpenedInvoice((string)invoice["id"]!, reference, (string)invoice["attributes"]!["flow_data"]!["action"]!);
    }

    /// <summary>Sends a whole card by API and has it kept for a shopper.</summary>
    /// <returns>The token.</returns>
    protected async Task<string> KeepsCardAsync(string shopper)
    {
        var attributes = new JsonObject
        {
            ["amount"] = 10.5m,
            ["currency"] = "USD",
            ["service"] = "payment_card_usd_hpp",
            ["customer"] = new JsonObject { ["reference_id"] = shopper },
            ["gateway_options"] = new JsonObject { ["cardgate"] = new JsonObject { ["tokenize"] = true } },
        };
        var invoice = await AsksAsync("/payment-invoices", Document(attributes), SandboxMerchant.H2HAccount.Id);
        var card = new JsonObject { ["card_number"] = Approved, ["card_holder"] = "ANN POE", ["cvv"] = "123", ["exp_month"] = "12", ["exp_year"] = "35" };
        await AsksAsync("/payment/sale", Document(card, "sale-operation"), bearer: (string?)invoice["attributes"]!["flow_data"]!["metadata"]!["token"]);
        return (string)(await AsksAsync($"/payment-invoices/{invoice["id"]}", null, SandboxMerchant.H2HAccount.Id))["attributes"]!["payload"]!["token"]!;
    }

    private static JsonObject Document(JsonObject attributes, string type = "payment-invoices") => new() { ["data"] = new JsonObject { ["type"] = type, ["attributes"] = attributes } };

    /// <summary>Asks as the merchant's server.</summary>
    /// <returns>The resource in the answer.</returns>
    private async Task<JsonNode> AsksAsync(string path, JsonObject? body, string? account = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Authorization = bearer is not null
            ? new AuthenticationHeaderValue("Bearer", bearer)
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{SandboxMerchant.CardgateKey}")));
        using var answer = await Server.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return JsonNode.Parse(text)?["data"] ?? throw new Xunit.Sdk.XunitException(text);
    }
}
