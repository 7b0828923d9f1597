using Checkout.Core.Money;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Planted;

/// <summary>
/// Something that is wrong on purpose, put between Core and its world. A simulation that does not find it proves nothing about Core either.
/// </summary>
internal abstract class PlantedFault
{
    public abstract string Name { get; }

    /// <summary>A fault that remembers something begins anew in each world.</summary>
    public virtual PlantedFault ForWorld() => this;

    public virtual IPaymentStore Payments(IPaymentStore store, World world) => store;

    public virtual ISavedCardStore Cards(ISavedCardStore store) => store;

    public virtual IRequestStore Requests(IRequestStore store) => store;

    public virtual IConnector Connector(IConnector connector, TimeProvider clock) => connector;

    public virtual IConnectors Connectors(IConnectors connectors) => connectors;

    public virtual TimeProvider Clock(TimeProvider clock) => clock;

    /// <summary>A callback came in that says so much was paid.</summary>
    public virtual void Hears(Amount amount)
    {
    }
}

/// <summary>Nothing is planted: this world has to hold.</summary>
internal sealed class NothingPlanted : PlantedFault
{
    public override string Name => "nothing";
}
