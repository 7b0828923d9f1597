using System.Text.Json.Nodes;
using Checkout.Core.Merchants;

namespace Checkout.Tests.Server.Payouts;

/// <summary>Payouts in the Smart2Pay dialect (spec §8): made, repeated, refused, read and listed.</summary>
public sealed class PayoutTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly RunningCheckout _checkout = server.Checkout;

    [Fact]
    public async Task A_payout_succeeds_and_is_read_in_full_and_in_short()
    {
        var reference = Orders.NewReference("out");
        var order = PayoutShop.Order(reference);
        order["Payout"]!["Description"] = "Prize";
        order["Payout"]!["BillingAddress"] = new JsonObject { ["Country"] = "RO" };
        var made = await _checkout.PayOutAsync(order);

        Assert.Equal((201, 2, "Success"), ((int)made.Status, made.State(), (string)made.Payout()["Status"]!["Info"]!));
        Assert.Empty(made.Codes);
        var payout = made.Payout();
        Assert.Equal((1010, reference, 500, "EUR", "Prize", "RO"), ((int)payout["SiteID"]!, (string)payout["MerchantTransactionID"]!, (int)payout["Amount"]!, (string)payout["Currency"]!, (string)payout["Description"]!, (string)payout["BillingAddress"]!["Country"]!));
        Assert.Matches("^[0-9]{14}$", (string)payout["Created"]!);
        Assert.Null(payout["Customer"]);
        Assert.False(made.Body.Contains("4111111111111111", StringComparison.Ordinal));
        Assert.Equal("payout approved 500 EUR", await _checkout.PaidAsync(reference));

        var read = await _checkout.GetAsync($"/v1/payouts/{payout["ID"]}");
        Assert.Equal((200, made.Body), ((int)read.Status, read.Body));
        var brief = await _checkout.GetAsync($"/V1/Payouts/{payout["ID"]}/Status/");
        Assert.Equal("{\"Payout\":{\"ID\":" + payout["ID"] + ",\"MerchantTransactionID\":\"" + reference + "\",\"Status\":{\"ID\":2,\"Info\":\"Success\",\"Reasons\":[]}}}", brief.Body);
        var found = (await _checkout.GetAsync($"/v1/payouts?merchantTransactionID={reference}")).Json!["Payouts"]!.AsArray();
        Assert.Equal(reference, (string)Assert.Single(found)!["MerchantTransactionID"]!);
    }

    [Theory]
    [InlineData(Orders.Declined, 500, 5005)]
    [InlineData(Orders.Visa, 10001, 5005)]
    [InlineData("4000000000009995", 500, 5051)]
    public async Task A_refused_payout_is_on_record_as_failed(string number, long amount, int code)
    {
        var reference = Orders.NewReference("out");
        var made = await _checkout.PayOutAsync(PayoutShop.Order(reference, number, amount));
        Assert.Equal((400, 4, code), ((int)made.Status, made.State(), made.Codes.Single()));
        Assert.Equal($"payout declined {amount} EUR", await _checkout.PaidAsync(reference));

        var read = await _checkout.GetAsync($"/v1/payouts/{made.Payout()["ID"]}");
        Assert.Equal((200, 4), ((int)read.Status, read.State()));
        Assert.Equal((400, 20), await CodeAsync(PayoutShop.Order(reference)));
    }

    [Fact]
    public async Task An_expired_card_is_refused_by_the_acquirer_and_not_by_us()
    {
        var order = PayoutShop.Order(Orders.NewReference("out"));
        order["Payout"]!["Card"]!["ExpirationYear"] = "2018";
        var made = await _checkout.PayOutAsync(order);
        Assert.Equal((400, 4, 5054), ((int)made.Status, made.State(), made.Codes.Single()));
        Assert.NotNull(made.Payout()["ID"]);
    }

    [Fact]
    public async Task A_saved_card_is_paid_by_its_token_as_long_as_it_is_kept()
    {
        var first = await _checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true));
        var token = (string)first.Payment["CreditCardToken"]!["Value"]!;
        var reference = Orders.NewReference("out");
        Assert.Equal(2, (await _checkout.PayOutAsync(ByToken(reference, token))).State());
        Assert.Equal("payout approved 500 EUR", await _checkout.PaidAsync(reference));

        Assert.Equal((400, 2400), await CodeAsync(ByToken(Orders.NewReference("out"), token[1..] + "0")));
        await _checkout.PostAsync($"/v1/card/token/{token}/cancel");
        var cancelled = await _checkout.PayOutAsync(ByToken(Orders.NewReference("out"), token));
        Assert.Equal((400, 2401), ((int)cancelled.Status, cancelled.Codes.Single()));
    }

    [Theory]
    [InlineData("MerchantTransactionID", null, 2000)]
    [InlineData("MerchantTransactionID", "a b", 2000)]
    [InlineData("Amount", "0", 2001)]
    [InlineData("Amount", "-5", 2001)]
    [InlineData("Currency", "XXX", 2002)]
    [InlineData("Currency", null, 2002)]
    [InlineData("Card", null, 1206)]
    [InlineData("Card.Number", "4111111111111112", 1201)]
    [InlineData("Card.HolderName", null, 1200)]
    [InlineData("CreditCardToken", "{}", 2403)]
    public async Task A_bad_field_is_named_and_nothing_is_paid(string field, string? value, int code)
    {
        var order = PayoutShop.Order(Orders.NewReference("out"));
        var (part, name) = field.Split('.') is [var outer, var inner] ? (order["Payout"]![outer]!, inner) : (order["Payout"]!, field);
        part[name] = value is null ? null : value[0] == '{' ? JsonNode.Parse(value) : value;

        var refused = await _checkout.PayOutAsync(order);
        Assert.Equal(400, (int)refused.Status);
        Assert.Contains(code, refused.Codes);
        Assert.Matches("^i[0-9]+$", (string)refused.Payout()["InvalidRequestID"]!);
        Assert.Null(refused.Payout()["ID"]);
        Assert.Null(refused.Payout()["Status"]!["ID"]);
        if (field != "MerchantTransactionID") Assert.Empty(await _checkout.LedgerAsync((string)order["Payout"]!["MerchantTransactionID"]!));
    }

    [Fact]
    public async Task Texts_that_are_too_long_and_bodies_that_are_none_are_refused()
    {
        var order = PayoutShop.Order(Orders.NewReference("out"));
        order["Payout"]!["Description"] = new string('x', 256);
        order["Payout"]!["StatementDescriptor"] = new string('x', 256);
        Assert.Equal("2003 2004", string.Join(' ', (await _checkout.PayOutAsync(order)).Codes));
        var none = await _checkout.SendAsync(HttpMethod.Post, "/v1/payouts", "[]");
        Assert.Equal((400, 1), ((int)none.Status, none.Codes.Single()));
        Assert.Equal(401, (int)(await _checkout.SendAsync(HttpMethod.Get, "/v1/payouts", credentials: "1010:no")).Status);
        Assert.Equal((404, 17), ((int)(await _checkout.GetAsync("/v1/payouts/99999999")).Status, (await _checkout.GetAsync("/v1/payouts/99999999/status")).Codes.Single()));
        Assert.Equal(107, (await _checkout.GetAsync("/v1/payouts?limit=x")).Codes.Single());
    }

    [Fact]
    public async Task Repeated_and_parallel_requests_pay_once()
    {
        var (reference, name) = (Orders.NewReference("out"), Orders.NewReference("request"));
        var order = PayoutShop.Order(reference);
        var answers = await MoneySafety.DoubleSubmitTests.AtOnceAsync(16, _ => _checkout.PayOutAsync(order, requestId: name));
        Assert.Equal(201, (int)answers[0].Status);
        Assert.All(answers, a => Assert.Equal(answers[0].Body, a.Body));
        Assert.Equal("payout approved 500 EUR", await _checkout.PaidAsync(reference));

        Assert.Equal((400, 20), await CodeAsync(order));
        var other = PayoutShop.Order(reference, amount: 501);
        var refused = await _checkout.PayOutAsync(other, requestId: name);
        Assert.Equal((400, 20, "Key is duplicated"), ((int)refused.Status, refused.Codes.Single(), (string)refused.Payout()["Status"]!["Reasons"]![0]!["Info"]!));
        Assert.Equal((reference, 501, "EUR"), ((string)refused.Payout()["MerchantTransactionID"]!, (int)refused.Payout()["Amount"]!, (string)refused.Payout()["Currency"]!));

        // Without names, under one reference.
        var second = Orders.NewReference("out");
        var raced = await MoneySafety.DoubleSubmitTests.AtOnceAsync(16, _ => _checkout.PayOutAsync(PayoutShop.Order(second)));
        Assert.Single(raced, a => (int)a.Status == 201);
        Assert.Equal("payout approved 500 EUR", await _checkout.PaidAsync(second));
    }

    [Fact]
    public async Task A_merchant_sees_its_own_payouts_newest_first()
    {
        var credentials = await _checkout.AddMerchantAsync(7071);
        var references = Enumerable.Range(0, 3).Select(_ => Orders.NewReference("out")).ToArray();
        foreach (var reference in references) await _checkout.PayOutAsync(PayoutShop.Order(reference), credentials);
        async Task<List<JsonNode>> ListAsync(string query) =>
            [.. (await _checkout.SendAsync(HttpMethod.Get, "/v1/payouts" + query, credentials: credentials)).Json!["Payouts"]!.AsArray().Select(p => p!)];

        var all = await ListAsync("");
        Assert.Equal(references.Reverse(), all.Select(p => (string)p["MerchantTransactionID"]!));
        Assert.Equal(references[2..], (await ListAsync("?limit=1")).Select(p => (string)p["MerchantTransactionID"]!));
        Assert.Equal(references[..2].Reverse(), (await ListAsync($"?offset={all[1]["ID"]}")).Select(p => (string)p["MerchantTransactionID"]!));
        Assert.Equal(404, (int)(await _checkout.GetAsync($"/v1/payouts/{(long)all[0]["ID"]! + 1_000_000}")).Status);
    }

    [Fact]
    public async Task The_days_limit_holds_under_parallel_requests_and_failed_payouts_leave_room()
    {
        var credentials = await _checkout.AddMerchantAsync(7072, new MerchantSettings { PayoutDailyLimit = 1700 });
        Assert.Equal(4, (await _checkout.PayOutAsync(PayoutShop.Order(Orders.NewReference("out"), Orders.Declined), credentials)).State());
        var answers = await MoneySafety.DoubleSubmitTests.AtOnceAsync(16, _ => _checkout.PayOutAsync(PayoutShop.Order(Orders.NewReference("out")), credentials));
        Assert.Equal(3, answers.Count(a => (int)a.Status == 201));
        Assert.All(answers.Where(a => (int)a.Status != 201), a => Assert.Equal((400, 5061), ((int)a.Status, a.Codes.Single())));
        Assert.Equal(2, (await _checkout.PayOutAsync(PayoutShop.Order(Orders.NewReference("out"), amount: 200), credentials)).State());
    }

    private async Task<(int, int)> CodeAsync(JsonObject order)
    {
        var refused = await _checkout.PayOutAsync(order);
        return ((int)refused.Status, refused.Codes.Single());
    }

    private static JsonObject ByToken(string reference, string token)
    {
        var order = PayoutShop.Order(reference);
        order["Payout"]!.AsObject().Remove("Card");
        order["Payout"]!["CreditCardToken"] = new JsonObject { ["Value"] = token };
        return order;
    }
}
