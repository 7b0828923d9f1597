using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Tests.Server.Cardgate;
using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.Disputes;

/// <summary>Disputes played in the sandbox: what merchants read and hear of them in both dialects (spec §19).</summary>
public sealed class DisputeTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly RunningCheckout _checkout = server.Checkout;

    [Theory]
    [InlineData("Won", 23, "DisputeWon")]
    [InlineData("Lost", 24, "DisputeLost")]
    [InlineData("ChargedBack", 26, "Chargedback")]
    public async Task The_merchant_hears_of_the_payment_and_of_the_dispute_at_each_step(string end, int status, string info)
    {
        await using var shop = await ReceivingShop.OpenAsync();
        var credentials = await _checkout.AddMerchantAsync(7400 + status, new MerchantSettings { NotificationUrl = shop.Url });
        var reference = Orders.NewReference();
        var made = await _checkout.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(reference).With("Capture", true).ToJsonString(), credentials);
        var id = (long)made.Payment["ID"]!;

        var opened = await MoveAsync(reference, "Open", amount: 500, credentials: credentials);
        Assert.Equal((200, """{"Reference":"REF","State":"Open","Amount":500}""".Replace("REF", reference, StringComparison.Ordinal)), ((int)opened.Status, opened.Body));
        Assert.Equal((19, "Disputed"), Shown(await _checkout.SendAsync(HttpMethod.Get, $"/v1/payments/{id}", credentials: credentials)));
        Assert.Equal(200, (int)(await MoveAsync(reference, end, credentials: credentials)).Status);
        Assert.Equal((status, info), Shown(await _checkout.SendAsync(HttpMethod.Get, $"/v1/payments/{id}", credentials: credentials)));

        var heard = await CheckoutClient.EventuallyAsync(() => Task.FromResult(shop.Heard), all => all.Count >= 5);
        Assert.Equal(["Payment", "Payment", "Dispute", "Payment", "Dispute"], heard.Select(n => n.Kind));
        var last = heard[^1].Json["Dispute"]!;
        Assert.Equal(
            ["ID", "SiteID", "Created", "PaymentID", "MethodID", "Amount", "Currency", "Status"], last.AsObject().Select(f => f.Key));
        Assert.Equal((id, id, 7400 + status, 6, "500", "EUR"), ((long)last["ID"]!, (long)last["PaymentID"]!, (int)last["SiteID"]!, (int)last["MethodID"]!, (string)last["Amount"]!, (string)last["Currency"]!));
        Assert.Equal((status, info), ((int)last["Status"]!["ID"]!, (string)last["Status"]!["Info"]!));
        Assert.Matches("^20[0-9]{12}$", (string)last["Created"]!);
    }

    [Fact]
    public async Task What_is_disputed_or_lost_is_not_given_back_and_what_was_won_may_be()
    {
        var (reference, id) = await PaidAsync();
        await MoveAsync(reference, "Open");
        Assert.Equal((400, 2205), Refused(await _checkout.PostAsync($"/v1/payments/{id}/refunds", Orders.Refund(reference + "-1", 100))));
        await MoveAsync(reference, "Won");
        Assert.Equal(201, (int)(await _checkout.PostAsync($"/v1/payments/{id}/refunds", Orders.Refund(reference + "-2", 100))).Status);
        Assert.Equal(21, (await _checkout.GetAsync($"/v1/payments/{id}")).StatusId);

        (reference, id) = await PaidAsync();
        foreach (var state in new[] { "Open", "Lost", "ChargedBack" }) Assert.Equal(200, (int)(await MoveAsync(reference, state)).Status);
        Assert.Equal(26, (await _checkout.GetAsync($"/v1/payments/{id}")).StatusId);
        Assert.Equal((400, 2205), Refused(await _checkout.PostAsync($"/v1/payments/{id}/refunds", Orders.Refund(reference + "-3", 100))));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence_and_does_nothing()
    {
        var (reference, id) = await PaidAsync();
        var held = Orders.NewReference();
        await _checkout.PostAsync("/v1/payments", Orders.Direct(held));
        Assert.Contains("No captured payment", Said(await MoveAsync(held, "Open")), StringComparison.Ordinal);
        Assert.Contains("No captured payment", Said(await MoveAsync("nobody-knows", "Open")), StringComparison.Ordinal);
        Assert.Contains("open a dispute first", Said(await MoveAsync(reference, "Won")), StringComparison.Ordinal);
        foreach (var amount in new[] { 0, 2600, -1 }) Assert.Contains("at least 1", Said(await MoveAsync(reference, "Open", amount)), StringComparison.Ordinal);
        Assert.Equal(11, (await _checkout.GetAsync($"/v1/payments/{id}")).StatusId);

        await MoveAsync(reference, "open");
        Assert.Contains("disputed before", Said(await MoveAsync(reference, "Open")), StringComparison.Ordinal);
        Assert.Contains("is said when", Said(await MoveAsync(reference, "Lost", 5)), StringComparison.Ordinal);
        await MoveAsync(reference, "Won");
        Assert.Contains("is decided", Said(await MoveAsync(reference, "Lost")), StringComparison.Ordinal);
        foreach (var body in new[] { "", "[]", "{}", "{\"Reference\":1,\"State\":\"Open\"}", "{\"Reference\":\"a\",\"State\":\"7\"}", "{\"Reference\":\"a\",\"State\":\"Open\",\"Amount\":\"x\"}", "nonsense" })
            Assert.Contains("the states are Open, Won, Lost and ChargedBack", Said(await _checkout.SendAsync(HttpMethod.Post, "/sandbox/dispute", body)), StringComparison.Ordinal);
        Assert.Equal(401, (int)(await _checkout.SendAsync(HttpMethod.Post, "/sandbox/dispute", "{}", "1010:wrong")).Status);
        Assert.Contains("No captured payment", Said(await MoveAsync(reference, "Open", credentials: await _checkout.AddMerchantAsync(7499))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "charged_back", "10.5")]
    [InlineData(400, "partially_charged_back", "4")]
    public async Task An_invoice_says_how_much_was_charged_back(int? amount, string status, string chargedBack)
    {
        var shop = new CardgateShop(_checkout);
        var invoice = await shop.PaidAsync();
        var reference = (string)CardgateShop.Attributes(invoice)["reference_id"]!;
        Assert.Equal(200, (int)(await MoveAsync(reference, "Open", amount)).Status);
        var path = $"/api/payment-invoices/{CardgateShop.Id(invoice)}";
        Assert.Equal("processed", (string?)CardgateShop.Attributes(await shop.GetAsync(path))["status"]);
        var refused = await shop.RefundAsync(invoice, isOld: false, new JsonObject { ["reference_id"] = "r-" + reference, ["amount"] = 1 });
        Assert.Equal((409, true), ((int)refused.Status, refused.Json!.ToJsonString().Contains("disputes this invoice", StringComparison.Ordinal)));
        Assert.Equal(200, (int)(await MoveAsync(reference, "ChargedBack")).Status);
        var lost = CardgateShop.Attributes(await shop.GetAsync(path));
        Assert.Equal((status, chargedBack), ((string?)lost["status"], lost["charged_back_amount"]!.ToJsonString()));
        Assert.True((long)lost["charged_back"]! > 0);
    }

    private async Task<(string Reference, long Id)> PaidAsync()
    {
        var reference = Orders.NewReference();
        return (reference, (long)(await _checkout.PostAsync("/v1/payments", Orders.Direct(reference).With("Capture", true))).Payment["ID"]!);
    }

    private Task<Answer> MoveAsync(string reference, string state, int? amount = null, string? credentials = null)
    {
        var wish = new JsonObject { ["Reference"] = reference, ["State"] = state };
        if (amount is not null) wish["Amount"] = amount;
        return _checkout.SendAsync(HttpMethod.Post, "/sandbox/dispute", wish.ToJsonString(), credentials);
    }

    private static string Said(Answer answer)
    {
        Assert.Equal(400, (int)answer.Status);
        return (string)answer.Json!["Message"]!;
    }

    private static (int, string) Shown(Answer answer) => (answer.StatusId, (string)answer.Payment["Status"]!["Info"]!);

    private static (int, int) Refused(Answer answer) => ((int)answer.Status, answer.Codes.Single());
}
