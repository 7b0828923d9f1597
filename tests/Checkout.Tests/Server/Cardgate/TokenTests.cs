using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Whom a token pays for, across accounts and dialects (STO-3).</summary>
public sealed class TokenTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task Whatever_is_wrong_with_a_token_the_answer_is_the_same()
    {
        var token = await _shop.TokenAsync("owner-1");
        var bound = await SavedInTheOtherDialectAsync("owner-1");
        var unbound = await SavedInTheOtherDialectAsync(null);
        var cancelled = await SavedInTheOtherDialectAsync("owner-1");
        await server.Checkout.PostAsync($"/v1/card/token/{cancelled}/cancel");
        Assert.Equal(201, (int)(await _shop.CreateAsync(ByToken(bound, "owner-1"))).Status);

        var refusals = new List<string>();
        foreach (var (word, shopper) in new[] { (token, "somebody-else"), (unbound, "owner-1"), (cancelled, "owner-1"), (new string('A', 32), "owner-1"), ("zsmmfyTkG6hn9DdwDhxh69LdQNJgZWk5xMdY7vg", "owner-1") })
        {
            var answer = await _shop.CreateAsync(ByToken(word, shopper));
            Assert.Equal(["422 invalid /data/attributes/token"], Faults(answer));
            refusals.Add(answer.Body);
        }

        Assert.Single(refusals.Distinct());
    }

    [Fact]
    public async Task A_token_of_another_merchant_is_refused_like_an_unknown_one()
    {
        var token = await _shop.TokenAsync("owner-2");
        await server.Checkout.AddMerchantAsync(7501, new MerchantSettings { Cardgate = [new CardgateAccount(Merchants.CardgateAccountOf(7501), H2H: true, Instant: false)] });
        var stranger = $"{Merchants.CardgateAccountOf(7501)}:cardgate-key-7501";
        Assert.Equal(["422 invalid /data/attributes/token"], Faults(await _shop.CreateAsync(ByToken(token, "owner-2"), stranger)));
        Assert.Equal(["422 not_supported /data/attributes/gateway_options/cardgate/instant", "422 invalid /data/attributes/token"], Faults(await _shop.CreateAsync(Instant(token, "owner-2"), stranger)));
    }

    [Fact]
    public async Task An_expired_card_pays_no_page_but_a_merchant_may_still_charge_it()
    {
        await using var checkout = await RunningCheckout.StartAsync(["Sandbox:Clock=2027-01-15T09:30:00Z"]);
        var shop = new CardgateShop(checkout);
        var token = await shop.TokenAsync(number: Orders.Visa, expiry: "01/27");
        await checkout.AdvanceAsync(TimeSpan.FromDays(20));
        Assert.Equal(["422 invalid /data/attributes/token"], Faults(await shop.CreateAsync(ByToken(token))));
        var instant = await shop.CreateAsync(Instant(token));
        Assert.Equal("processed", (string?)(await shop.SellAsync(instant, new JsonObject())).Json!["status"]);
    }

    [Fact]
    public async Task What_goes_with_a_token_is_required()
    {
        Assert.Equal(["422 required /data/attributes/customer/reference_id"], Faults(await _shop.CreateAsync(Invoice().And("token", "A"))));
        Assert.Equal(["422 required /data/attributes/customer/reference_id"], Faults(await _shop.CreateAsync(Invoice().And("gateway_options", Options("tokenize")))));
        Assert.Equal(["422 required /data/attributes/token"], Faults(await _shop.CreateAsync(Invoice().And("gateway_options", Options("recurrent")))));
    }

    [Fact]
    public async Task A_card_kept_here_pays_in_the_other_dialect()
    {
        var token = await _shop.TokenAsync("owner-3");
        var paid = await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), token));
        Assert.Equal(201, (int)paid.Status);
    }

    private async Task<string> SavedInTheOtherDialectAsync(string? shopper)
    {
        var order = Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true);
        if (shopper is not null) order.With("Customer", new JsonObject { ["MerchantCustomerID"] = shopper });
        return (string)(await server.Checkout.PostAsync("/v1/payments", order)).Payment["CreditCardToken"]!["Value"]!;
    }
}
