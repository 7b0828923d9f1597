using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>What happens in a world by itself: orders, forgers, impatient people.</summary>
internal static class Stories
{
    public static void Begin(World world, Chance chance, int number)
    {
        if (number % 5 == 4 && world.Plan.Has(Fault.ForgedCallback)) Callbacks.Forge(world, chance);
        _ = TellAsync(world, (number % 12) switch
        {
            5 => new CardCheck(world, chance).RunAsync,
            6 or 11 => new PayoutOrders(world, chance, number).RunAsync,
            _ => new Order(world, chance, number).RunAsync,
        });
    }

    private static async Task TellAsync(World world, Func<Task> story)
    {
        world.Checker.Running++;
        try
        {
            await story();
        }
#pragma warning disable CA1031 // A broken story is a broken simulation.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            world.Violate("Stories end", trouble.ToString());
        }

        world.Checker.Running--;
    }
}
