using Checkout.Core.Payments;

namespace Checkout.Simulation.Worlds;

/// <summary>An invariant that did not hold, and what was seen.</summary>
internal sealed record Violation(string Invariant, string Seen);

/// <summary>How a world ended.</summary>
internal sealed record Ending(Plan Plan, Violation? Violation, ulong Hash, int Payments, long Steps, IReadOnlyList<string> Trace)
{
    /// <summary>The moves that payments made in it.</summary>
    public required IReadOnlySet<(PaymentStatus From, PaymentStatus To)> Moves { get; init; }
}
