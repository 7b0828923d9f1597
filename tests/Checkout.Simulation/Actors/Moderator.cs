using Checkout.Core.Payments;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>Somebody at the merchant's who looks at a payment before anybody may pay it: says yes, no, both at once, or nothing at all.</summary>
internal sealed class Moderator(World world, Chance chance, Payment payment)
{
    private const int MostLooks = 3;

    private readonly Client _client = new(world, chance);

    public async Task RunAsync()
    {
        for (var i = 0; i < MostLooks; i++)
        {
            await world.Timeline.Pause(chance.Seconds(1, 120));
            if (await _client.AskAsync(async server => await server.Read.RunAsync(payment.Merchant, payment.Number)) is not { AwaitsModerator: true } now) continue;
            await Task.WhenAll(Words(now));
        }
    }

    private IEnumerable<Task> Words(Payment now)
    {
        var choice = chance.Below(100);
        if (choice < 65) yield return AcceptAsync(now);
        if (choice is > 55 and < 80) yield return _client.AskAsync<TakeResult>(async server => await server.Moderate.RejectAsync(now));
    }

    private Task<TakeResult?> AcceptAsync(Payment now) => _client.AskAsync<TakeResult>(async server =>
    {
        world.Checker.Accepted(now);
        return await server.Moderate.AcceptAsync(now);
    });
}
