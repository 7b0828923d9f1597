using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>Sends a planned cancel or refund that takes back a charge: once, whoever comes to do it, because the plan is claimed first.</summary>
internal static class UndoCall
{
    public static bool IsPlanned(Attempt attempt) => attempt is { Undoes: true, State: AttemptState.Submitting };

    /// <summary>Null: somebody else has claimed it.</summary>
    public static async Task<ConnectorOutcome?> SendAsync(IPaymentStore store, IConnector connector, Attempt planned, TimeProvider clock)
    {
        var window = new SendWindow(clock);
        var now = clock.GetUtcNow();
        var claimed = planned with { State = AttemptState.Unknown, Submitted = now, CheckAt = now + CheckSchedule.Stale };
        if (await store.CommitAsync([new Write.MoveAttempt(claimed, planned)]) != Verdict.Done) return null;

        var charge = (await store.AttemptsAsync(planned.Merchant, planned.Payment)).First(a => a.Reference == planned.Target);
        if (window.IsOver) return new ConnectorOutcome.Unknown(ConnectorFault.NotConnected);
        var request = new FollowUpRequest(planned.Merchant, planned.Kind, planned.Reference, charge.Reference, charge.UpstreamId, planned.Amount);
        return await UpstreamCall.RunAsync(stop => connector.FollowUpAsync(request, stop), clock);
    }
}
