namespace Checkout.CrashTests.Processes;

/// <summary>Kills one server or both at a random moment, starts again what is dead, and remembers how long that took.</summary>
internal sealed class Killing(MortalChain chain, Random random)
{
    /// <summary>What a dead process was sending is asked about after this long; nobody waits for that here.</summary>
    private static readonly TimeSpan Orphaned = TimeSpan.FromSeconds(31);

    private readonly List<TimeSpan> _starts = [];
    private int _first;
    private int _second;
    private int _both;

    public TimeSpan Slowest => _starts.Max();

    public async Task RoundAsync()
    {
        await Task.Delay(random.Next(200, 1200));
        var victims = random.Next(3) switch { 0 => Count(ref _first, chain.A), 1 => Count(ref _second, chain.B), _ => Count(ref _both, chain.A, chain.B) };
        await Task.WhenAll(victims.Select(v => v.KillAsync()));
        _starts.AddRange(await Task.WhenAll(victims.Select(v => v.StartAsync())));
        if (victims.Contains(chain.A)) await chain.A.AdvanceAsync(Orphaned);
    }

    public override string ToString()
    {
        var sorted = _starts.Order().ToList();
        return FormattableString.Invariant(
            $"{_first + _second + _both} kills (A {_first}, B {_second}, both {_both}), ready again after {sorted[sorted.Count / 2].TotalSeconds:0.0} s, at most {Slowest.TotalSeconds:0.0} s");
    }

    private static MortalServer[] Count(ref int kind, params MortalServer[] victims)
    {
        kind++;
        return victims;
    }
}
