using Checkout.Core.Alerts;

namespace Checkout.Simulation.Rooms;

/// <summary>Nobody is woken: what alerts are about, the checks find in the ledgers.</summary>
internal sealed class NoAlerts : IAlerts
{
    public void Raise(Alert alert)
    {
    }
}
