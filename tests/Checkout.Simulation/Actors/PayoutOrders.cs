using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>A merchant pays out, repeats what was not answered, and sometimes asks for the same order anew.</summary>
internal sealed class PayoutOrders(World world, Chance chance, int number)
{
    private readonly Client _client = new(world, chance);
    private readonly Merchant _merchant = world.Merchants.Find(SimulatedMerchants.First)!;

    public async Task RunAsync()
    {
        // Few names, so that two who pay out meet under one.
        var order = new PayoutOrder(_merchant, $"po-{chance.Below(3)}", new Amount(100 + chance.Below(1500), Currency.Of("EUR")), new PaymentDetails(), Typing.Card(), null);
        for (var asked = 0; asked <= chance.Below(2); asked++)
        {
            await world.Timeline.Pause(chance.Seconds(0, 120));
            await AskAsync(order, new RequestKey(_merchant.Id, "post /v1/payouts", $"payout {number}.{asked}", [1]));
        }
    }

    private async Task AskAsync(PayoutOrder order, RequestKey key)
    {
        for (var tries = 0; tries < 4; tries++)
        {
            var result = await _client.AskAsync<PayoutResult>(async server => await SendAsync(server, order, key));
            if (result?.Payout is { } payout) world.PayoutChecks.Told(payout);
            if (result is not null) return;
            await world.Timeline.Pause(chance.Seconds(1, 60));
        }
    }

    private static async Task<PayoutResult?> SendAsync(Server server, PayoutOrder order, RequestKey key)
    {
        if (await server.Requests.FindAsync(key.Merchant, key.Endpoint, key.Key) is not { } seen)
        {
            var result = await server.SendPayout.RunAsync(order, key);
            if (result.Refusal != PayoutRefusal.RequestSeen) return result;
            seen = await server.Requests.FindAsync(key.Merchant, key.Endpoint, key.Key) ?? throw new InvalidOperationException("A claimed request is not there.");
        }

        return new PayoutResult(seen.Payment is { } payout ? await server.ReadPayout.RunAsync(key.Merchant, payout) : null);
    }
}
