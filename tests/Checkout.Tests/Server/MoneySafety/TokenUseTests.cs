using Checkout.Core.Merchants;

namespace Checkout.Tests.Server.MoneySafety;

/// <summary>How often a token pays: never more than its limit, never after it was cancelled (PAY-12).</summary>
public sealed class TokenUseTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const int Limit = 3;

    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task A_hundred_uses_at_once_of_a_token_with_limit_three_charge_three_times()
    {
        var credentials = await server.Checkout.AddMerchantAsync(7010, new MerchantSettings { TokenLimit = Limit });
        var token = await NewTokenAsync(credentials);
        var references = Enumerable.Range(0, 100).Select(_ => Orders.NewReference()).ToArray();
        var answers = await DoubleSubmitTests.AtOnceAsync(100, i => SendAsync(Orders.ByToken(references[i], token), credentials));

        Assert.Equal(Limit, answers.Count(a => (int)a.Status == 201 && a.StatusId == 9));
        foreach (var answer in answers.Where(a => (int)a.Status != 201))
        {
            Assert.Equal((400, 4, 2402), ((int)answer.Status, answer.StatusId, Assert.Single(answer.Codes)));
            Assert.True((long)answer.Payment["ID"]! > 0);
        }

        var charged = 0;
        foreach (var reference in references) charged += (await server.Checkout.LedgerAsync(reference, credentials)).Length;
        Assert.Equal(Limit, charged);
    }

    [Fact]
    public async Task A_declined_use_counts_and_the_page_offers_another_card_when_the_token_is_spent()
    {
        var credentials = await server.Checkout.AddMerchantAsync(7011, new MerchantSettings { TokenLimit = 1 });
        var customer = Orders.NewReference("shopper");
        var token = await NewTokenAsync(credentials, "4000000000000341", customer);

        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference).With("Customer.MerchantCustomerID", customer), credentials);
        var card = page.Document.QuerySelector("input[name=saved-card]")!.GetAttribute("value")!;
        Assert.Equal(4, (await SendAsync(Orders.ByToken(Orders.NewReference(), token), credentials)).StatusId);
        var after = await _shopper.FollowAsync(await _shopper.PostAsync(page, "card", [("saved-card", card), ("security-code", "123"), ("pay", "1")]));
        Assert.Equal((true, false), (after.Has("declined"), after.Has("saved-card")));
        Assert.Empty(await server.Checkout.LedgerAsync(reference, credentials));

        await _shopper.PayAsync(after);
        Assert.Single(await server.Checkout.LedgerAsync(reference, credentials));
    }

    [Fact]
    public async Task After_a_cancel_that_races_with_payments_nothing_is_charged_any_more()
    {
        var credentials = await server.Checkout.AddMerchantAsync(7012);
        for (var round = 0; round < 4; round++)
        {
            var token = await NewTokenAsync(credentials);
            var references = Enumerable.Range(0, 24).Select(_ => Orders.NewReference()).ToArray();
            var answers = await DoubleSubmitTests.AtOnceAsync(25, i => i == 12
                ? server.Checkout.SendAsync(HttpMethod.Post, $"/v1/card/token/{token}/cancel", credentials: credentials)
                : SendAsync(Orders.ByToken(references[i < 12 ? i : i - 1], token), credentials));
            Assert.Equal(200, (int)answers[12].Status);

            // Who was told "paid" was charged, and who was told "no such token" was not.
            foreach (var (answer, reference) in answers.Where((_, i) => i != 12).Zip(references))
            {
                var told = (int)answer.Status == 201 ? 1 : 0;
                Assert.Equal((told, told == 1 ? 9 : 2401), ((await server.Checkout.LedgerAsync(reference, credentials)).Length, told == 1 ? answer.StatusId : answer.Codes.Single()));
            }

            Assert.Equal(2401, (await SendAsync(Orders.ByToken(Orders.NewReference(), token), credentials)).Codes.Single());
        }
    }

    private Task<Answer> SendAsync(System.Text.Json.Nodes.JsonObject order, string credentials) =>
        server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), credentials);

    private async Task<string> NewTokenAsync(string credentials, string number = Orders.Visa, string? customer = null)
    {
        var order = Orders.Direct(Orders.NewReference(), number).With("GenerateCreditCardToken", true);
        if (customer is not null) order.With("Customer.MerchantCustomerID", customer);
        return (string)(await SendAsync(order, credentials)).Payment["CreditCardToken"]!["Value"]!;
    }
}
