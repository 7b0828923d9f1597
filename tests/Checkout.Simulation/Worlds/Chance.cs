using Checkout.Core.Chance;

namespace Checkout.Simulation.Worlds;

/// <summary>All chance of a world comes from its seed (SplitMix64), so that the seed replays it.</summary>
internal sealed class Chance(ulong seed) : IRandomSource
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to one less than <paramref name="most"/>.</summary>
    public int Below(int most) => (int)(Next() % (uint)most);

    public bool Percent(double share) => Next() % 100_000 < share * 1000;

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + TimeSpan.FromTicks((long)(Next() % (ulong)Math.Max(1, (most - least).Ticks)));

    public TimeSpan Seconds(double least, double most) => Between(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));

    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    /// <summary>A stream of its own, so that taking one actor away leaves the others as they were.</summary>
    public Chance Branch() => new(Next());

    public void Fill(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)Next();
    }
}
