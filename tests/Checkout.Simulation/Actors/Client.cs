using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>Somebody outside who asks a server and may never hear the answer: the server dies, the answer is lost, patience ends.</summary>
internal sealed class Client(World world, Chance chance)
{
    /// <summary>Null: no answer came, and nobody out here knows what was done.</summary>
    public Task<T?> AskAsync<T>(Func<Server, Task<T?>> work)
        where T : class
    {
        var answer = new TaskCompletionSource<T?>();
        world.Timeline.After(chance.Seconds(0, 0.3), () => _ = ServeAsync(work, answer));
        world.Timeline.After(chance.Seconds(25, 45), () => answer.TrySetResult(null));
        return answer.Task;
    }

    private async Task ServeAsync<T>(Func<Server, Task<T?>> work, TaskCompletionSource<T?> answer)
        where T : class
    {
        var result = await chance.Of(world.Nodes).RunAsync(work);
        if (world.Strikes(Fault.LostAnswer, 2)) return;
        world.Timeline.After(chance.Seconds(0, 0.2), () => answer.TrySetResult(result));
    }
}
