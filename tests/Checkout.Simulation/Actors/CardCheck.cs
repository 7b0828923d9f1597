using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>A merchant has a card checked without a payment, and asks once: whoever hears nothing checks anew.</summary>
internal sealed class CardCheck(World world, Chance chance)
{
    private readonly Client _client = new(world, chance);
    private readonly Merchant _merchant = chance.Of(world.Merchants.All);

    public async Task RunAsync()
    {
        await world.Timeline.Pause(chance.Seconds(0, 240));
        // The hosted upstream takes no card that was typed elsewhere.
        var order = new CheckCardOrder(_merchant, IsTest: _merchant.Id != Rooms.SimulatedMerchants.First, new PaymentDetails(), "shopper");
        for (var i = 0; i <= chance.Below(2); i++) await AskAsync(order);
    }

    private async Task AskAsync(CheckCardOrder order)
    {
        var result = await _client.AskAsync<CheckCardResult>(async server => await server.Check.RunAsync(order, Typing.Card(), Typing.Code()));
        if (result?.Payment is { } payment) world.Checker.Told(payment, order.Merchant.Id);
    }
}
