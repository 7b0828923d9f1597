using Checkout.Core.Merchants;
using Checkout.Core.Upstream;

namespace Checkout.Simulation.Rooms;

/// <summary>The first merchant's payments go to the upstream where our side collects cards, the second's to the hosted one. Test mode turns it round.</summary>
internal sealed class SimulatedConnectors(IReadOnlyList<IConnector> all) : IConnectors
{
    private readonly IConnector[][] _routes = [[all[0]], [all[1]]];

    public IReadOnlyList<IConnector> For(Merchant merchant, bool isTest) => _routes[merchant.Id == SimulatedMerchants.First ^ isTest ? 0 : 1];

    public IConnector OtherThan(string name) => all.Single(c => c.Name != name);

    public IConnector Named(int merchant, string name) => all.Single(c => c.Name == name);
}
