using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>A merchant's server that speaks the Cardgate dialect, and what it sends.</summary>
internal sealed partial class CardgateShop(RunningCheckout checkout)
{
    public const string ThreeDSecure = "5123817234060000";
    public const string Approved = "5519283812030000";
    public const string DeclinedAfter3ds = "4412397212080000";
    public const string Declined = "4302912837020000";

    public static readonly string Plain = $"{SandboxMerchant.Account.Id}:{SandboxMerchant.CardgateKey}";
    public static readonly string H2H = $"{SandboxMerchant.H2HAccount.Id}:{SandboxMerchant.CardgateKey}";

    public RunningCheckout Checkout => checkout;

    /// <summary>The attributes of an invoice nothing is wrong with.</summary>
    public static JsonObject Invoice(string? reference = null, decimal amount = 10.5m, string currency = "USD") => new()
    {
        ["reference_id"] = reference ?? Orders.NewReference("cg"),
        ["amount"] = amount,
        ["currency"] = currency,
        ["service"] = $"payment_card_{currency.ToLowerInvariant()}_hpp",
        ["test_mode"] = true,
    };

    public static JsonObject Tokenized(string shopper = "shopper-7") => Invoice().And("customer", new JsonObject { ["reference_id"] = shopper }).And("gateway_options", Options("tokenize"));

    public static JsonObject ByToken(string token, string shopper = "shopper-7") => Invoice().And("token", token).And("customer", new JsonObject { ["reference_id"] = shopper });

    public static JsonObject Instant(string token, string shopper = "shopper-7") => ByToken(token, shopper).And("gateway_options", Options("instant"));

    public static JsonObject Options(string name) => new() { ["cardgate"] = new JsonObject { [name] = true } };

    public static JsonObject Card(string number, string expiry = "12/32", string code = "123") => new()
    {
        ["card_number"] = number,
        ["card_holder"] = "ANN POE",
        ["cvv"] = code,
        ["exp_month"] = expiry[..2],
        ["exp_year"] = expiry[3..],
    };

    public static JsonObject Document(JsonNode? attributes, string type = "payment-invoices") => new()
    {
        ["data"] = new JsonObject { ["type"] = type, ["attributes"] = attributes },
    };

    public Task<Answer> CreateAsync(JsonObject attributes, string? credentials = null) => PostAsync("/payment-invoices", Document(attributes.DeepClone()), credentials);

    public Task<Answer> PostAsync(string path, JsonNode body, string? credentials = null) => SendAsync(HttpMethod.Post, path, body.ToJsonString(), credentials);

    public Task<Answer> GetAsync(string path, string? credentials = null) => SendAsync(HttpMethod.Get, path, null, credentials);

    /// <summary>Sends bytes as they are.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body, string? credentials = null, string? contentType = "application/json", string? accept = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.Authorization = bearer is not null
            ? new AuthenticationHeaderValue("Bearer", bearer)
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials ?? Plain)));
        using var response = await checkout.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    public Task<Answer> SellAsync(Answer invoice, JsonNode? attributes) => SellAsync(Bearer(invoice), Document(attributes, "sale-operation").ToJsonString());

    public Task<Answer> SellAsync(string bearer, string body, string path = "/payment/sale") => SendAsync(HttpMethod.Post, path, body, bearer: bearer);

    /// <summary>Keeps a card for a shopper, and gives its token.</summary>
    public async Task<string> TokenAsync(string shopper = "shopper-7", string number = Approved, string expiry = "12/32")
    {
        var invoice = await CreateAsync(Tokenized(shopper), H2H);
        Assert.Equal("processed", (string?)(await SellAsync(invoice, Card(number, expiry))).Json!["status"]);
        return (string)Attributes(await GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["token"]!;
    }

    /// <summary>A paid invoice of 10.5 dollars, unless said otherwise.</summary>
    public async Task<Answer> PaidAsync(JsonObject? attributes = null)
    {
        var invoice = await CreateAsync(attributes ?? Invoice(), H2H);
        Assert.Equal("processed", (string?)(await SellAsync(invoice, Card(Approved))).Json!["status"]);
        return invoice;
    }

    public static string Id(Answer invoice) => (string?)invoice.Json!["data"]?["id"] ?? throw new Xunit.Sdk.XunitException($"No invoice: {invoice}");

    public static JsonNode Attributes(Answer invoice) => invoice.Json!["data"]?["attributes"] ?? throw new Xunit.Sdk.XunitException($"No invoice: {invoice}");

    public static string Bearer(Answer invoice) => (string)Attributes(invoice)["flow_data"]!["metadata"]!["token"]!;

    /// <summary>Status, code and place of each fault.</summary>
    public static string[] Faults(Answer answer) =>
        [.. answer.Json!["errors"]!.AsArray().Select(e => $"{e!["status"]} {e["code"]} {e["source"]?["pointer"] ?? e["source"]?["parameter"]}".TrimEnd())];
}

internal static class JsonSteps
{
    /// <summary>The same object with one field more, or another value in it.</summary>
    public static JsonObject And(this JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }
}
