using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>
/// The embedded acquirer. Idempotent by reference: what is asked again under a reference that was seen answers how that stands now,
/// and moves no money.
/// </summary>
public sealed class SimulatorConnector(IConnectorBooks books, SimulatorOptions options, TimeProvider clock) : IPaysOut, IKnowsReturns
{
    /// <summary>How long a shopper may take on the bank page; afterwards nothing can be approved there.</summary>
    public static readonly TimeSpan ShopperMayTake = TimeSpan.FromMinutes(30);

    internal static readonly TimeSpan DripsFor = TimeSpan.FromMinutes(1);

    private readonly ChargeBooks _books = new(books);
    private readonly SimulatedPayouts _payouts = new(books, clock);

    public string Name => "simulator";

    public CardEntry Entry => CardEntry.Ours;

    public bool HoldsMoney => true;

    /// <summary>Card numbers are kept on our side; there are no tokens.</summary>
    public bool KeepsTokens => false;

    public bool CancelsOpenCharges => true;

    public TimeSpan Horizon => TimeSpan.FromMinutes(1);

    public TimeSpan ShopperLimit => ShopperMayTake;

    public async Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var (charge, settled) = await _books.StepAsync(request.Merchant, request.Reference, now, present => present ?? ChargeRules.Arrive(request, now, options));
        if (!settled) return new ConnectorOutcome.NotSent(ConnectorFault.ServerError);
        if (charge is null || now < charge.HeardOfFrom) return new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
        return Scenarios.Of(charge).Reply switch
        {
            ReplyFate.Arrives => Answers.About(charge, now, options),
            ReplyFate.Lost => new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer),
            ReplyFate.ServerError => new ConnectorOutcome.Unknown(ConnectorFault.ServerError),
            ReplyFate.Unreadable => new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer),
            ReplyFate.TooSlow => await DripAsync(charge, cancellation),
        };
    }

    public async Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var (charge, settled) = await _books.StepAsync(request.Merchant, request.Target, now, present => Follow(present, request, now));
        if (!settled) return new ConnectorOutcome.NotSent(ConnectorFault.ServerError);
        var isLost = charge is not null && Scenarios.Of(charge).FollowUp is { Trouble: FollowUpTrouble.ReplyLost } fate && fate.Kind == request.Kind;
        return isLost ? new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer) : AboutEntry(charge, request.Kind, request.Reference, now);
    }

    public async Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var isCharge = request.Kind is AttemptKind.Authorise or AttemptKind.Verify;
        var charge = await _books.FindAsync(request.Merchant, isCharge ? request.Reference : request.Target ?? request.Reference, now);
        if (!isCharge) return AboutEntry(charge, request.Kind, request.Reference, now);
        return charge is null || now < charge.HeardOfFrom ? new ConnectorOutcome.NotFound() : Answers.About(charge, now, options);
    }

    public bool Belongs(string reference, BroughtBack brought) => ChallengeWords.Fit(reference, brought);

    public Task<ConnectorOutcome> PayOutAsync(PayOutRequest request, CancellationToken cancellation) => _payouts.SendAsync(request, cancellation);

    public Task<ConnectorOutcome> QueryPayOutAsync(PayOutQuery query, CancellationToken cancellation) => _payouts.QueryAsync(query);

    /// <summary>The answer comes so slowly that only a caller without patience of its own would see it whole.</summary>
    private async Task<ConnectorOutcome> DripAsync(SimulatedCharge charge, CancellationToken cancellation)
    {
        await Task.Delay(DripsFor, clock, cancellation);
        return Answers.About(charge, clock.GetUtcNow(), options);
    }

    private SimulatedCharge? Follow(SimulatedCharge? present, FollowUpRequest request, DateTimeOffset now)
    {
        if (present?.Entry(request.Kind, request.Reference) is not null) return present;
        if (present is null && request.Kind == AttemptKind.Cancel) present = ChargeRules.CancelledBefore(request, now);
        return present is null ? null : FollowUpRules.Apply(present, request, now, options);
    }

    private static ConnectorOutcome AboutEntry(SimulatedCharge? charge, AttemptKind kind, string reference, DateTimeOffset now) =>
        charge?.Entry(kind, reference) is { } entry ? Answers.About(entry, Currency.Of(charge.Currency), now) : new ConnectorOutcome.NotFound();
}
