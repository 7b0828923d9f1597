using Checkout.Core.Storage;
using Checkout.Simulation.Actors;
using Checkout.Simulation.Rooms;

namespace Checkout.Simulation.Worlds;

/// <summary>A server that lives, dies and is started again.</summary>
internal sealed class Node(World world)
{
    private TimeSpan _skew;

    public Life Life { get; private set; } = new();

    /// <summary>Null while it is down.</summary>
    public Server? Server { get; private set; }

    public void Begin()
    {
        if (world.Plan.Has(Fault.Skew)) _skew = world.Chance.Percent(30) ? world.Chance.Seconds(-600, 600) : world.Chance.Seconds(-1, 1);
        if (world.Strikes(Fault.Jump, 20)) world.Timeline.After(world.Chance.Seconds(10, 900), Jump);
        Start();
    }

    /// <summary>Somebody sets the clock, an hour off at most.</summary>
    private void Jump()
    {
        if (world.IsCalm) return;
        _skew = world.Chance.Seconds(-3600, 3600);
        world.Note(-2, () => $"a clock is set {_skew.TotalSeconds:0} s off");
    }

    /// <summary>Faults are over: nothing dies any more, and what is down comes back.</summary>
    public void Calm()
    {
        Life.DieAfter(int.MaxValue);
        _skew = TimeSpan.Zero;
        if (Server is null) Start();
    }

    private void Start()
    {
        if (Server is not null) return;
        Life = new Life();
        Server = new Server(world, Life, () => _skew);
        if (world.Strikes(Fault.Crash, 60)) Life.DieAfter(1 + world.Chance.Below(120));
        Life.Ended += Fall;
        _ = Watches.AttemptsAsync(world, this);
        _ = Watches.PayoutsAsync(world, this);
        _ = Watches.LinksAsync(world, this);
        _ = Watches.NoticesAsync(world, this);
    }

    private void Fall()
    {
        world.Note(-1, () => "node dies");
        Server = null;
        world.Timeline.After(world.Chance.Seconds(0.5, 60), Start);
    }

    /// <summary>Runs something inside this process. Null: it died, or could not reach its store.</summary>
    public async Task<T?> RunAsync<T>(Func<Server, Task<T?>> work)
        where T : class
    {
        if (Server is not { } server) return null;
        try
        {
            return await work(server);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever else Core throws is a finding.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            world.Violate("Core throws nothing", trouble.ToString());
            return null;
        }
    }
}
