using Checkout.Simulation.Planted;

namespace Checkout.Simulation.Worlds;

/// <summary>What a world is made of. Everything follows from the seed, less the actors and faults that a shorter trace leaves out.</summary>
internal sealed record Plan(ulong Seed)
{
    public Fault Faults { get; init; } = Fault.All;

    /// <summary>The stories that are told, one bit each.</summary>
    public ulong Stories { get; init; } = ulong.MaxValue;

    /// <summary>What is deliberately wrong in this world; null in all that have to hold.</summary>
    public PlantedFault? Planted { get; init; }

    public bool KeepsTrace { get; init; }

    public bool Tells(int story) => (Stories & (1UL << story)) != 0;

    public bool Has(Fault fault) => (Faults & fault) != 0;

    public override string ToString() => FormattableString.Invariant($"seed {Seed}, faults {Faults}, stories 0x{Stories:X}{(Planted is null ? "" : ", planted: " + Planted.Name)}");
}
