using Checkout.Connectors.Simulator;
using Checkout.Core.Merchants;
using Checkout.Core.Upstream;

namespace Checkout.Web.Hosting;

/// <summary>Which provider takes a merchant's payments. The simulator takes test payments only, in Production too.</summary>
public sealed class ProviderRoutes(SimulatorConnector simulator) : IConnectors
{
    private readonly IReadOnlyList<IConnector> _simulatorOnly = [simulator];

    public IReadOnlyList<IConnector> For(Merchant merchant, bool isTest) => isTest ? _simulatorOnly : [];

    public IConnector Named(int merchant, string name) => name == simulator.Name ? simulator : throw new InvalidOperationException($"No connector is called {name}.");
}
