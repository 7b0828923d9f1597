using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Simulation.Planted;

/// <summary>Answers are taken for what they are not.</summary>
internal sealed class Misheard(string name, Func<ConnectorOutcome, ConnectorOutcome> heard) : PlantedFault
{
    public override string Name => name;

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector, heard);

    private sealed class Faulty(IConnector connector, Func<ConnectorOutcome, ConnectorOutcome> heard) : PassingConnector(connector)
    {
        protected override ConnectorOutcome Heard(ConnectorOutcome outcome) => heard(outcome);
    }
}

/// <summary>An answer's amount is not compared, because it is never seen.</summary>
internal sealed class AmountIgnored : PlantedFault
{
    public override string Name => "an approval of another amount is taken";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector)
    {
        public override async Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation) =>
            With(await Connector.AuthoriseAsync(request, cancellation), request.Amount);

        public override async Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
            With(await Connector.QueryAsync(request, cancellation), request.Amount!.Value);

        private static ConnectorOutcome With(ConnectorOutcome outcome, Amount asked) => outcome is ConnectorOutcome.Approved yes ? yes with { Amount = asked } : outcome;
    }
}

/// <summary>"Not found" is believed at once.</summary>
internal sealed class NoHorizon : PlantedFault
{
    public override string Name => "not found is final at once";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector)
    {
        public override TimeSpan Horizon => TimeSpan.Zero;

        // The fence would save it: here nobody asks for one.
        public override Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) => request.Reference.EndsWith("-x", StringComparison.Ordinal)
            ? Task.FromResult<ConnectorOutcome>(new ConnectorOutcome.Cancelled())
            : Connector.FollowUpAsync(request, cancellation);
    }
}

/// <summary>What was not answered is sent again under another name.</summary>
internal sealed class SentAgain(string name, bool isCharge) : PlantedFault
{
    public override string Name => name;

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector, isCharge);

    private sealed class Faulty(IConnector connector, bool isCharge) : PassingConnector(connector)
    {
        public override async Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation)
        {
            var outcome = await Connector.AuthoriseAsync(request, cancellation);
            return isCharge && outcome is ConnectorOutcome.Unknown ? await Connector.AuthoriseAsync(request with { Reference = request.Reference + "2" }, CancellationToken.None) : outcome;
        }

        public override async Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation)
        {
            var outcome = await Connector.FollowUpAsync(request, cancellation);
            return !isCharge && outcome is ConnectorOutcome.Unknown ? await Connector.FollowUpAsync(request with { Reference = request.Reference + "2" }, CancellationToken.None) : outcome;
        }
    }
}

/// <summary>A charge is said to be barred, and nobody took its reference.</summary>
internal sealed class BarUnmade : PlantedFault
{
    public override string Name => "a bar is believed that nobody made";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector), IBarsCharges
    {
        public Task<ConnectorOutcome> BarAsync(BarRequest request, CancellationToken cancellation) => Task.FromResult<ConnectorOutcome>(new ConnectorOutcome.Barred());
    }
}

/// <summary>A cancel is taken for confirmed, and was never sent.</summary>
internal sealed class CancelUnsent : PlantedFault
{
    public override string Name => "a cancel is believed that nobody sent";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector)
    {
        public override Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) =>
            request.Kind == AttemptKind.Cancel ? Task.FromResult<ConnectorOutcome>(new ConnectorOutcome.Cancelled()) : base.FollowUpAsync(request, cancellation);
    }
}

/// <summary>An operation goes out twice under two names, both of which have an intent.</summary>
internal sealed class Doubled(string name, AttemptKind kind) : PlantedFault
{
    public override string Name => name;

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector, kind);

    private sealed class Faulty(IConnector connector, AttemptKind kind) : PassingConnector(connector)
    {
        public override async Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation)
        {
            // The name of the charge has an intent too, so only the sums can tell.
            if (request.Kind == kind) await Connector.FollowUpAsync(request with { Reference = request.Target }, cancellation);
            return await Connector.FollowUpAsync(request, cancellation);
        }
    }
}

/// <summary>What a callback says is taken for what the upstream answers.</summary>
internal sealed class CallbackBelieved : PlantedFault
{
    private Amount? _said;

    public override string Name => "a callback is believed";

    public override PlantedFault ForWorld() => new CallbackBelieved();

    public override void Hears(Amount amount) => _said = amount;

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector, this);

    private sealed class Faulty(IConnector connector, CallbackBelieved fault) : PassingConnector(connector)
    {
        public override async Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation)
        {
            var said = fault._said;
            fault._said = null;
            return said is { } amount ? new ConnectorOutcome.Approved(amount, ApprovalStage.Done) : await Connector.QueryAsync(request, cancellation);
        }
    }
}
