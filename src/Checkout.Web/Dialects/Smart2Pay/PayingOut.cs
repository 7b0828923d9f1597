using Checkout.Core.Merchants;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Payouts in the dialect's words. One that the acquirer refused is on record as failed, and answered as such.</summary>
public sealed class PayingOut(SendPayout send, ReadPayout read, FindSavedCard find, IPaymentStore store, InvalidRequests invalid)
{
    public async Task<CallOutcome> RunAsync(Merchant merchant, AskedPayout asked, RequestKey? key, string? scenario)
    {
        var saved = asked.Token?.Value is { } token ? await FindAsync(merchant, token, asked) : null;
        if (asked.Faults.Count > 0) return new(await RefuseAsync(merchant, asked.Faults, asked));

        var result = await send.RunAsync(asked.Order(merchant, saved).Playing(scenario), key);
        if (result.Payout is { } made) return new(Of(made), made.Number);
        if (result.Refusal == PayoutRefusal.RequestSeen) return CallOutcome.Seen;
        return new(await RefuseAsync(merchant, [Smart2PayRefusals.OfPayout(result.Refusal)], asked));
    }

    public async Task<Answer?> StandsAsync(Merchant merchant, long number) => await read.RunAsync(merchant.Id, number) is { } payout ? Of(payout) : null;

    public async ValueTask<bool> IsBeingSentAsync(Merchant merchant, long number) =>
        await store.FindPayoutAsync(merchant.Id, number) is { Step: PayoutStep.Submitting };

    public async Task<Answer> RefuseAsync(Merchant merchant, IReadOnlyList<ReturnCode> codes, AskedPayout? asked = null) => await invalid.PayoutAsync(merchant, codes, asked);

    public async Task<Answer> ReadAsync(Merchant merchant, long number, bool statusOnly) =>
        await read.RunAsync(merchant.Id, number) is { } payout
            ? new Answer(200, statusOnly ? PayoutWriter.Status(payout) : PayoutWriter.Payout(payout))
            : InvalidRequests.PayoutNotFound;

    public async Task<Answer> ListAsync(PayoutFilter filter) => new(200, PayoutWriter.Payouts(await store.PayoutsAsync(filter)));

    private static Answer Of(Payout made) => new(made.State == PayoutState.Failed ? 400 : 201, PayoutWriter.Payout(made));

    private async ValueTask<SavedCard?> FindAsync(Merchant merchant, string token, AskedPayout asked)
    {
        var card = await find.RunAsync(merchant.Id, token);
        if (card is null) asked.Checks.Fail(ReturnCode.Token);
        else if (!card.IsUsable) asked.Checks.Fail(ReturnCode.TokenNotAvailable);
        return card;
    }
}
