using Checkout.Core.Merchants;
using Checkout.Simulation.Actors;
using Checkout.Simulation.Checks;
using Checkout.Simulation.Memory;
using Checkout.Simulation.Planted;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Upstream;

namespace Checkout.Simulation.Worlds;

/// <summary>
/// One world: several nodes over one store, two upstreams with ledgers of their own, merchants and shoppers. First everything goes wrong
/// that may (safety); then nothing does any more, and all that was begun has to end well (liveness).
/// </summary>
internal sealed class World
{
    private const int MostStories = 20;

    private static readonly TimeSpan Safety = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Liveness = TimeSpan.FromMinutes(180);

    /// <summary>The watch list's last look comes 72 hours after the end of a charge.</summary>
    private static readonly TimeSpan LongLiveness = TimeSpan.FromHours(78);

    private DateTimeOffset _calmSince;

    private readonly List<string> _trace = [];
    private Violation? _violation;

    public World(Plan plan)
    {
        Plan = plan;
        Chance = new Chance(plan.Seed);
        Timeline = new Timeline(Chance.Branch());
        Planted = plan.Planted?.ForWorld() ?? new NothingPlanted();
        Merchants = new SimulatedMerchants(tokenLimit: 1 + Chance.Below(3));
        Checker = new Checker(this);
        PayoutChecks = new PayoutChecks(this);
        var first = Chance.Below(10) switch { < 6 => UpstreamTraits.Cancelling, < 9 => UpstreamTraits.Barring, _ => UpstreamTraits.Plain };
        Upstreams = [new SimulatedUpstream(this, first), new SimulatedUpstream(this, UpstreamTraits.Hosted)];
        Nodes = [.. Enumerable.Range(0, 1 + Chance.Below(3)).Select(_ => new Node(this))];
    }

    public Plan Plan { get; }

    public Chance Chance { get; }

    public Timeline Timeline { get; }

    public PlantedFault Planted { get; }

    public MemoryStore Store { get; } = new();

    public SimulatedMerchants Merchants { get; }

    public Checker Checker { get; }

    public PayoutChecks PayoutChecks { get; }

    public IReadOnlyList<SimulatedUpstream> Upstreams { get; }

    public IReadOnlyList<Node> Nodes { get; }

    public int Payments { get; set; }

    public bool IsCalm { get; private set; }

    /// <summary>It has been calm for so long that only watch lists are left: who looks often would only see the clock go round.</summary>
    public bool IsQuiet => IsCalm && Timeline.Now > _calmSince + Liveness;

    /// <summary>Requests and answers that are still on some wire.</summary>
    public int UnderWay { get; set; }

    /// <summary>Charges that will arrive when nobody expects them any more.</summary>
    public int TooLate { get; set; }

    public static Ending Run(Plan plan) => new World(plan).Run();

    /// <summary>Whether something goes wrong now, once in a while and only where the plan has it.</summary>
    public bool Strikes(Fault fault, double percent) => Chance.Percent(percent) && !IsCalm && Plan.Has(fault);

    public void Violate(string invariant, string seen) => _violation ??= new Violation(invariant, seen);

    /// <summary>Something that the trace shall tell. The fact goes into its hash; the words are made only when somebody will read them.</summary>
    public void Note(long fact, Func<string> what)
    {
        Timeline.Mix((ulong)fact);
        if (Plan.KeepsTrace) _trace.Add(FormattableString.Invariant($"{(Timeline.Now - Timeline.Start).TotalSeconds,10:0.000} {what()}"));
    }

    private Ending Run()
    {
        var stories = 4 + Chance.Below(MostStories - 3);
        for (var i = 0; i < stories; i++)
        {
            var chance = Chance.Branch();
            if (Plan.Tells(i)) Stories.Begin(this, chance, i);
        }

        foreach (var node in Nodes) node.Begin();
        // Faults end when everybody has done what they came for, or their time is over.
        var live = Go(Timeline.Start + Safety, () => Checker.Running == 0 && UnderWay == 0);
        if (live) live = Calm();
        if (live) Checker.AtTheEnd();
        if (live) PayoutChecks.AtTheEnd();
        return new Ending(Plan, _violation, Timeline.Hash, Payments, Timeline.Steps, _trace) { Moves = Checker.Moves };
    }

    private bool Calm()
    {
        IsCalm = true;
        foreach (var node in Nodes) node.Calm();
        _calmSince = Timeline.Now;
        return Go(Timeline.Now + (TooLate > 0 || Checker.HasStrays() || PayoutChecks.HasStrays() ? LongLiveness : Liveness), () => UnderWay == 0 && TooLate == 0 && Checker.IsAllSettled() && PayoutChecks.IsAllSettled());
    }

    private bool Go(DateTimeOffset end, Func<bool> isDone)
    {
        while (_violation is null && Timeline.Step(end))
        {
            if (Timeline.Steps % 32 == 0 && isDone()) break;
        }

        return _violation is null;
    }
}
