using System.Text.Json.Nodes;
using Checkout.Core.Payments;

namespace Checkout.Tests.Server.Chain;

/// <summary>A dispute at a provider reaches our merchant's payment, however little the provider says of it.</summary>
public sealed class DisputeChainTests(AllChains chains) : IClassFixture<AllChains>
{
    public static TheoryData<ProviderMode> Ours => ProviderModes.Ours;

    [Theory, MemberData(nameof(Ours))]
    public async Task What_the_bank_decides_is_heard_through_the_provider(ProviderMode mode)
    {
        var chain = chains[mode];
        var reference = Orders.NewReference("dispute");
        var made = await chain.First.PostAsync("/v1/payments", Orders.Direct(reference).With("Capture", true));
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);
        var there = (await chain.AttemptAsync(reference)).Reference;

        await MoveAsync(chain, there, "Open", 700);
        // The Cardgate API has no word for a dispute that is still open.
        if (mode == ProviderMode.Smart2PayOurs) await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Disputed);
        await MoveAsync(chain, there, "ChargedBack", null);
        var lost = await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.ChargedBack);
        // Smart2Pay tells that a payment is disputed, and not how much of it.
        Assert.Equal(mode == ProviderMode.Smart2PayOurs ? 2599 : 700, lost.Dispute!.AmountMinor);
        Assert.Equal(26, (await chain.First.GetAsync($"/v1/payments/{made.Payment["ID"]}")).StatusId);
    }

    private static async Task MoveAsync(ChainedCheckout chain, string reference, string state, int? amount)
    {
        var wish = new JsonObject { ["Reference"] = reference, ["State"] = state };
        if (amount is not null) wish["Amount"] = amount;
        var moved = await chain.Second.PostAsync("/sandbox/dispute", wish);
        Assert.True((int)moved.Status == 200, moved.ToString());
    }
}
