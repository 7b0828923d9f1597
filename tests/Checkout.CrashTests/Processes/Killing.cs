using System.Diagnostics;

namespace Checkout.CrashTests.Processes;

/// <summary>Kills one server or both at a random moment, starts again what is dead, and remembers how long that took.</summary>
/// <param name="chain">The two servers.</param>
/// <param name="answered">How many answers clients have got so far.</param>
/// <param name="random">Chooses moments and victims.</param>
internal sealed class Killing(MortalChain chain, Func<int> answered, Random random)
{
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(3);

    private readonly List<TimeSpan> _starts = [];
    private int _first;
    private int _second;
    private int _both;

    public TimeSpan Slowest => _starts.Max();

    public async Task RoundAsync()
    {
        if (random.Next(4) > 0) await FirstAnswerAsync();
        await Task.Delay(random.Next(20, 600));
        var victims = random.Next(3) switch { 0 => Count(ref _first, chain.A), 1 => Count(ref _second, chain.B), _ => Count(ref _both, chain.A, chain.B) };
        await Task.WhenAll(victims.Select(v => v.KillAsync()));
        _starts.AddRange(await Task.WhenAll(victims.Select(v => v.StartAsync())));
    }

    /// <summary>A server that has just started answers its first requests slowly; most deaths come when it is at full work.</summary>
    private async Task FirstAnswerAsync()
    {
        var (before, begun) = (answered(), Stopwatch.GetTimestamp());
        while (answered() == before && Stopwatch.GetElapsedTime(begun) < LongestWarmUp) await Task.Delay(5);
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
