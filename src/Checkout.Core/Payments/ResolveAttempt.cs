using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>What asking came to.</summary>
/// <param name="Payment">In its present state; null when it does not exist.</param>
/// <param name="IsAnswered">The upstream gave an answer that says something; false too while our own call is under way and settles it.</param>
public sealed record ResolvedAttempt(Payment? Payment, bool IsAnswered);

/// <summary>Asks the upstream what became of an operation, and settles it. It only reads there, so it can run anywhere, twice, at any time.</summary>
public sealed class ResolveAttempt(IPaymentStore store, IConnectors connectors, SettleAttempt settle, AbandonChallenge abandon, HorizonWait horizon)
{
    private readonly TimeProvider _clock = horizon.Clock;

    public async Task<ResolvedAttempt> RunAsync(Attempt attempt, Actor by)
    {
        var connector = connectors.Named(attempt.Merchant, attempt.Connector);
        var (asked, isOwnCall) = (attempt.State, UndoCall.IsPlanned(attempt));
        if (BringsCard(attempt, connector) || await HearAsync(attempt, connector) is not { } outcome)
            return new ResolvedAttempt(await store.FindAsync(attempt.Merchant, attempt.Payment), IsAnswered: false);

        // Others may have settled it while we asked. Read in this order an attempt is never behind its payment; where it is ahead the store notices.
        if (await store.FindAsync(attempt.Merchant, attempt.Payment) is not { } payment) return new ResolvedAttempt(null, IsAnswered: false);
        attempt = await store.AgainAsync(attempt);

        // Our own call knows more: it brings the redirect, and nothing it started is lost. While it is under way only a decision counts, and
        // likewise when it ended while we asked, for then our answer may be the older one.
        var isOlder = !isOwnCall && (IsUnderWay(attempt) || attempt.State != asked);
        if (isOlder && outcome is not (ConnectorOutcome.Approved or ConnectorOutcome.Declined or ConnectorOutcome.Cancelled)) return new ResolvedAttempt(payment, IsAnswered: false);

        // The shopper's time at the bank is over: nothing may come of it any more.
        var isOverdue = connector.CancelsOpenCharges && outcome is ConnectorOutcome.NeedsShopper && attempt.State == AttemptState.AwaitingShopper && _clock.GetUtcNow() >= attempt.Submitted + connector.ShopperLimit;
        if (isOverdue) payment = await abandon.RunAsync(payment, by);
        if (!isOverdue || payment.Status == PaymentStatus.AwaitingShopper) payment = await settle.RunAsync(payment, attempt, outcome, by);
        if (outcome is not ConnectorOutcome.Unknown) horizon.End(attempt.Reference, attempt.Submitted);
        return new ResolvedAttempt(payment, outcome is not ConnectorOutcome.Unknown { Fault: not ConnectorFault.Undecided });
    }

    private bool IsUnderWay(Attempt attempt) => attempt.State == AttemptState.Submitting && _clock.GetUtcNow() < attempt.CheckAt;

    /// <summary>Our own call, while it is under way, has the typed card in hand that is to be kept: settled without it, only the upstream's word for the card would be kept.</summary>
    private bool BringsCard(Attempt attempt, IConnector connector) =>
        attempt is { KeepsCard: true, SavedCard: null } && connector.Entry == CardEntry.Ours && IsUnderWay(attempt);

    /// <summary>What the upstream says of the operation; null when somebody else is just sending it, or its time has not come.</summary>
    private async Task<ConnectorOutcome?> HearAsync(Attempt attempt, IConnector connector)
    {
        if (UndoCall.IsPlanned(attempt)) return IsUnderWay(attempt) ? null : await UndoCall.SendAsync(store, connector, attempt, _clock);
        var request = await store.QuestionAsync(attempt);
        // What counts is when it was asked: until the answer is weighed, what was not found may have arrived. And it was sent a little later than
        // it was submitted.
        var isTimeOver = !Settlement.IsUnsettled(attempt) || horizon.IsOver(attempt.Reference, attempt.Submitted, connector.Horizon + CheckSchedule.Stale);
        var outcome = await UpstreamCall.AskAsync(stop => connector.QueryAsync(request, stop), _clock);
        // One under review was found once: there is nothing to bar, and a cancel of it would be a decision that nobody took.
        var isOpenCharge = attempt is { Kind: AttemptKind.Authorise or AttemptKind.Verify, State: not (AttemptState.Approved or AttemptState.AwaitingReview) } && Settlement.IsUnsettled(attempt);
        if (outcome is ConnectorOutcome.NotFound && isOpenCharge) outcome = await BarAsync(attempt, connector, isTimeOver);
        return outcome is ConnectorOutcome.NotFound && !isTimeOver ? new ConnectorOutcome.Unknown(ConnectorFault.Undecided) : outcome;
    }

    /// <summary>
    /// "Not found" may become final only when a cancel by reference was accepted too, or the reference is taken otherwise: then what is still
    /// on its way can no longer be charged (PAY-6). Where there is neither, the horizon alone has to do.
    /// </summary>
    private async Task<ConnectorOutcome> BarAsync(Attempt attempt, IConnector connector, bool isTimeOver)
    {
        var isOurs = attempt is { Kind: AttemptKind.Authorise, State: AttemptState.Submitting or AttemptState.Unknown };
        // What is just being sent is not to be kept from arriving.
        if (connector is IBarsCharges bars && isOurs && !IsUnderWay(attempt)) return await TakeReferenceAsync(attempt, bars);
        if (!connector.CancelsOpenCharges || !isTimeOver) return new ConnectorOutcome.NotFound();
        var fence = new FollowUpRequest(attempt.Merchant, AttemptKind.Cancel, attempt.Reference + "-x", attempt.Reference, attempt.UpstreamId, attempt.Amount);
        return await UpstreamCall.AskAsync(stop => connector.FollowUpAsync(fence, stop), _clock) is ConnectorOutcome.Approved { Stage: ApprovalStage.Done } or ConnectorOutcome.Cancelled
            ? new ConnectorOutcome.Barred()
            : new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
    }

    private async Task<ConnectorOutcome> TakeReferenceAsync(Attempt attempt, IBarsCharges bars)
    {
        var request = new BarRequest(attempt.Merchant, attempt.Reference, attempt.Amount, attempt.Captures);
        return await UpstreamCall.AskAsync(stop => bars.BarAsync(request, stop), _clock) switch
        {
            ConnectorOutcome.Barred barred => barred,
            // Taken: it is there after all, only not found yet.
            ConnectorOutcome.Unknown { Fault: ConnectorFault.Undecided } => new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer),
            _ => new ConnectorOutcome.NotFound(),
        };
    }

    /// <summary>Resolves what is due of one payment, or everything unsettled of it with <paramref name="now"/>.</summary>
    public async Task<Payment> RunAsync(Payment payment, Actor by, bool now = false)
    {
        if (payment.Status is PaymentStatus.Open) return payment;
        var time = _clock.GetUtcNow();
        foreach (var attempt in await store.AttemptsAsync(payment.Merchant, payment.Number))
        {
            var isDue = attempt.CheckAt <= time || (now && attempt.State is AttemptState.AwaitingShopper or AttemptState.Unknown);
            if (isDue && Settlement.IsUnsettled(attempt)) payment = (await RunAsync(attempt, by)).Payment ?? payment;
        }

        return payment;
    }
}
