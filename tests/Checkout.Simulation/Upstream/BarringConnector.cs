using Checkout.Core.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Upstream;

/// <summary>The way to an upstream whose references can be taken; bars get lost and come late as everything does.</summary>
internal sealed class BarringConnector(World world, Life life, SimulatedUpstream upstream) : WiredConnector(world, life, upstream), IBarsCharges
{
    private readonly SimulatedUpstream _upstream = upstream;

    public Task<ConnectorOutcome> BarAsync(BarRequest request, CancellationToken cancellation) =>
        SendAsync(request.Reference, _ => _upstream.Bar(request), _upstream.Traits.LatestArrival, cancellation);
}
