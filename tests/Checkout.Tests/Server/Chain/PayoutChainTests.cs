using Checkout.Core.Payouts;
using Checkout.Tests.Server.Payouts;

namespace Checkout.Tests.Server.Chain;

/// <summary>Payouts that go to a provider: whatever happens on the line, each is paid once and ends in the truth.</summary>
public sealed class PayoutChainTests
{
    public static TheoryData<Trouble, PayoutStep, string> Troubles => new()
    {
        { Trouble.ResetAfter, PayoutStep.Done, "payout approved 500 EUR" }, { Trouble.ErrorAfter, PayoutStep.Done, "payout approved 500 EUR" },
        { Trouble.Garbage, PayoutStep.Done, "payout approved 500 EUR" }, { Trouble.ResetBefore, PayoutStep.ProvenDead, "" },
    };

    [Fact]
    public async Task A_payout_and_a_refusal_go_through_with_the_merchants_name_and_without_a_code()
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var (good, bad) = (Orders.NewReference("out"), Orders.NewReference("out"));
        Assert.Equal((201, 2), StateOf(await chain.First.PayOutAsync(PayoutShop.Order(good))));
        Assert.Equal((400, 4), StateOf(await chain.First.PayOutAsync(PayoutShop.Order(bad, "4000000000009995"))));

        var sent = chain.Line.Passed.Where(p => p is { Method: "POST", Path: "/v1/payouts" }).ToList();
        Assert.Equal(2, sent.Count);
        Assert.Contains($"\"OriginatorTransactionID\":\"{good}\"", sent[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("SecurityCode", sent[0].Body, StringComparison.Ordinal);
        Assert.Equal("payout approved 500 EUR", await PaidAsync(chain, good));
        Assert.Equal("payout declined 500 EUR", await PaidAsync(chain, bad));
    }

    [Fact]
    public async Task A_saved_card_goes_by_the_providers_own_token()
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var first = await chain.First.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true).With("Capture", true));
        var order = PayoutShop.Order(Orders.NewReference("out"));
        order["Payout"]!.AsObject().Remove("Card");
        order["Payout"]!["CreditCardToken"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = (string)first.Payment["CreditCardToken"]!["Value"]! };

        Assert.Equal((201, 2), StateOf(await chain.First.PayOutAsync(order)));
        var sent = chain.Line.Passed.Single(p => p is { Method: "POST", Path: "/v1/payouts" });
        Assert.Contains("CreditCardToken", sent.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Card\"", sent.Body, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task Nobody_knows_and_it_ends_in_the_truth(Trouble trouble, PayoutStep end, string statement)
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var reference = Orders.NewReference("out");
        var left = 1;
        chain.Line.Has = p => p is { Method: "POST", Path: "/v1/payouts" } && Interlocked.Decrement(ref left) >= 0 ? trouble : null;
        var made = await chain.First.PayOutAsync(PayoutShop.Order(reference));
        Assert.Equal((201, 1), StateOf(made));
        if (end == PayoutStep.ProvenDead)
        {
            await CheckoutClient.EventuallyAsync(() => PayoutAsync(chain, reference), p => p.Checks > 0);
            await chain.First.AdvanceAsync(TimeSpan.FromMinutes(56));
        }

        await CheckoutClient.EventuallyAsync(() => PayoutAsync(chain, reference), p => p.Step == end);
        Assert.Equal(1, chain.Line.Passed.Count(p => p is { Method: "POST", Path: "/v1/payouts" }));
        Assert.Equal(statement, await PaidAsync(chain, reference));
    }

    [Fact]
    public async Task One_that_arrives_after_the_end_is_a_success_with_an_alert()
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var reference = Orders.NewReference("out");
        chain.Line.Has = p => p is { Method: "POST", Path: "/v1/payouts" } ? Trouble.HeldBack : null;
        Assert.Equal((201, 1), StateOf(await chain.First.PayOutAsync(PayoutShop.Order(reference))));
        await CheckoutClient.EventuallyAsync(() => PayoutAsync(chain, reference), p => p.Checks > 0);
        await chain.First.AdvanceAsync(TimeSpan.FromMinutes(56));
        await CheckoutClient.EventuallyAsync(() => PayoutAsync(chain, reference), p => p.State == PayoutState.Failed);

        await chain.RestartFirstAsync();
        await chain.Line.DeliverAsync();
        await chain.First.AdvanceAsync(TimeSpan.FromMinutes(61));
        await CheckoutClient.EventuallyAsync(() => PayoutAsync(chain, reference), p => p.State == PayoutState.Done);
        Assert.Equal(1, await chain.First.AlertsAsync("late_payout"));
        Assert.Equal("payout approved 500 EUR", await PaidAsync(chain, reference));
    }

    private static (int, int?) StateOf(Answer answer) => ((int)answer.Status, answer.State());

    private static async Task<Payout> PayoutAsync(ChainedCheckout chain, string reference) =>
        await chain.Payments.FindPayoutByReferenceAsync(1010, reference) ?? throw new Xunit.Sdk.XunitException($"There is no payout {reference}.");

    /// <summary>What the provider's bank shows, where our name is the merchant's.</summary>
    private static async Task<string> PaidAsync(ChainedCheckout chain, string reference) =>
        await chain.Second.PaidAsync((await PayoutAsync(chain, reference)).UpstreamReference);
}
