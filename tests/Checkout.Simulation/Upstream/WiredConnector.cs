using Checkout.Core.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Upstream;

/// <summary>
/// The way from a process to an upstream: requests get lost or come late, answers get lost, come torn, or say that something broke. What was
/// sent may still act after its process has died.
/// </summary>
internal class WiredConnector(World world, Life life, SimulatedUpstream upstream) : IPaysOut
{
    private static readonly TimeSpan LatestOfAll = TimeSpan.FromHours(26);

    public string Name => upstream.Traits.Name;

    public CardEntry Entry => upstream.Traits.Entry;

    public bool HoldsMoney => upstream.Traits.HoldsMoney;

    public bool KeepsTokens => upstream.Traits.KeepsTokens;

    public bool CancelsOpenCharges => upstream.Traits.CancelsOpenCharges;

    public TimeSpan Horizon => upstream.Traits.Horizon;

    public TimeSpan ShopperLimit => upstream.Traits.ShopperLimit;

    public Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation) =>
        SendAsync(request.Reference, isTooLate => upstream.Authorise(request, isTooLate), upstream.Traits.LatestArrival, cancellation, mayBeTooLate: upstream.Traits.Name == UpstreamTraits.Plain.Name);

    public Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) =>
        SendAsync(request.Reference, _ => upstream.FollowUp(request), upstream.Traits.LatestFollowUp, cancellation);

    public Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
        SendAsync(request.Reference, _ => upstream.Query(request), TimeSpan.FromSeconds(60), cancellation);

    public Task<ConnectorOutcome> PayOutAsync(PayOutRequest request, CancellationToken cancellation) =>
        SendAsync(request.Reference, isTooLate => upstream.Payouts.Send(request, isTooLate), upstream.Traits.LatestFollowUp, cancellation, mayBeTooLate: upstream.Traits.Name == UpstreamTraits.Plain.Name);

    public Task<ConnectorOutcome> QueryPayOutAsync(PayOutQuery query, CancellationToken cancellation) =>
        SendAsync(query.Reference, _ => upstream.Payouts.Query(query), TimeSpan.FromSeconds(60), cancellation);

    /// <param name="act">What happens when it arrives; it is told whether that is too late for anybody to expect it.</param>
    protected Task<ConnectorOutcome> SendAsync(string reference, Func<bool, ConnectorOutcome> act, TimeSpan latest, CancellationToken cancellation, bool mayBeTooLate = false)
    {
        var answer = new TaskCompletionSource<ConnectorOutcome>();
        if (!life.Operate()) return answer.Task;
        // One connector in two lets go when it is told to stop; the other leaves its caller to its patience.
        if (world.Chance.Percent(50)) cancellation.Register(() => answer.TrySetResult(new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer)));
        var fault = WireFaults.Draw(world);
        if (fault != Fault.None) world.Note((int)fault, () => $"{fault}: {reference}");
        if (fault is Fault.NotConnected or Fault.ErrorBefore)
        {
            Answer(answer, fault == Fault.NotConnected ? new ConnectorOutcome.NotSent(ConnectorFault.NotConnected) : new ConnectorOutcome.Unknown(ConnectorFault.ServerError));
            return answer.Task;
        }

        if (fault is Fault.LostRequest or Fault.LateArrival && world.Chance.Percent(40)) Answer(answer, new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer));
        // What comes late often comes as late as it may.
        var late = world.Chance.Percent(30) ? latest - world.Chance.Seconds(0, 10) : world.Chance.Between(TimeSpan.FromSeconds(5), latest);
        var isTooLate = mayBeTooLate && fault == Fault.LateArrival && world.Plan.Has(Fault.TooLate) && world.Chance.Percent(50);
        // An answer that comes after so long finds nobody.
        if (isTooLate) ArriveTooLate(act);
        else if (fault != Fault.LostRequest) Arrive(answer, () => act(false), fault, fault == Fault.LateArrival ? late : world.Chance.Seconds(0.01, 0.4));
        return answer.Task;
    }

    private void ArriveTooLate(Func<bool, ConnectorOutcome> act)
    {
        world.TooLate++;
        world.Timeline.After(world.Chance.Between(Horizon + TimeSpan.FromMinutes(2), LatestOfAll), () =>
        {
            act(true);
            world.TooLate--;
        });
    }

    private void Arrive(TaskCompletionSource<ConnectorOutcome> answer, Func<ConnectorOutcome> act, Fault fault, TimeSpan delay)
    {
        world.UnderWay++;
        world.Timeline.After(delay, () =>
        {
            world.UnderWay--;
            var outcome = act();
            if (fault == Fault.LostAnswer) return;
            if (fault == Fault.ErrorAfter) outcome = new ConnectorOutcome.Unknown(ConnectorFault.ServerError);
            if (fault == Fault.Garbage) outcome = new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);
            Answer(answer, outcome, fault == Fault.Slow ? world.Chance.Seconds(5, 40) : default);
        });
    }

    private void Answer(TaskCompletionSource<ConnectorOutcome> answer, ConnectorOutcome outcome, TimeSpan slower = default) =>
        world.Timeline.After(slower + world.Chance.Seconds(0.01, 0.4), () =>
        {
            if (!life.IsOver) answer.TrySetResult(outcome);
        });
}
