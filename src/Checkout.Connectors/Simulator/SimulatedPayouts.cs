using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>The acquirer's side of payouts. Idempotent by reference, as for charges.</summary>
internal sealed class SimulatedPayouts(IConnectorBooks books, TimeProvider clock)
{
    private readonly PayoutBooks _books = new(books);

    public async Task<ConnectorOutcome> SendAsync(PayOutRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var payout = await _books.FindAsync(request.Merchant, request.Reference) ?? await _books.KeepAsync(request.Merchant, SimulatedPayout.Arrive(request, now));
        if (now < payout.HeardOfFrom) return new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
        return (Scenarios.Find(payout.Scenario) ?? Scenarios.None).Reply switch
        {
            ReplyFate.Arrives => payout.About(now),
            ReplyFate.Lost => new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer),
            ReplyFate.ServerError => new ConnectorOutcome.Unknown(ConnectorFault.ServerError),
            ReplyFate.Unreadable => new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer),
            ReplyFate.TooSlow => await DripAsync(payout, cancellation),
        };
    }

    public async Task<ConnectorOutcome> QueryAsync(PayOutQuery query) =>
        await _books.FindAsync(query.Merchant, query.Reference) is { } payout ? payout.About(clock.GetUtcNow()) : new ConnectorOutcome.NotFound();

    private async Task<ConnectorOutcome> DripAsync(SimulatedPayout payout, CancellationToken cancellation)
    {
        await Task.Delay(SimulatorConnector.DripsFor, clock, cancellation);
        return payout.About(clock.GetUtcNow());
    }
}
