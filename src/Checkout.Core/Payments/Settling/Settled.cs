using Checkout.Core.Alerts;
using Checkout.Core.Storage;

namespace Checkout.Core.Payments.Settling;

/// <summary>What an outcome makes of a payment and its attempt; <see cref="Payment"/> is null when only the attempt changes.</summary>
public sealed record Settled(Payment? Payment, Attempt Attempt)
{
    /// <summary>Writes beside those of payment and attempt: saved cards, refunds, other attempts.</summary>
    public IReadOnlyList<Write> Besides { get; init; } = [];

    /// <summary>What somebody has to look at once this is on disk.</summary>
    public AlertKind? Alert { get; init; }
}
