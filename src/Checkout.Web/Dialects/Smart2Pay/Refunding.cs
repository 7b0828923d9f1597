using Checkout.Core.Money;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Refunds in the dialect's words. A refund that is more than what is left is on record as failed, and answered as such.</summary>
public sealed class Refunding(RefundPayment refund, IPaymentStore store, InvalidRequests invalid)
{
    public async Task<CallOutcome> RunAsync(Merchant merchant, long number, AskedRefund asked, RequestKey? key)
    {
        if (asked.Faults.Count > 0) return new(await RefuseAsync(merchant, number, asked.Faults, asked));

        var result = await refund.RunAsync(asked.Order(merchant.Id, number), key);
        if (result.Refund is { } made) return new(Of(made), number);
        if (result.Refusal == Refusal.RequestSeen) return CallOutcome.Seen;
        if (result.Refusal == Refusal.NotFound) return new(InvalidRequests.RefundNotFound);
        return new(
            await invalid.RefundAsync(merchant, [Smart2PayRefusals.OfRefund(result.Refusal)], asked, result.Payment), IsPassing: result.Refusal == Refusal.Busy);
    }

    public async Task<Answer?> StandsAsync(Merchant merchant, AskedRefund asked) =>
        asked.Reference is { } reference && await store.FindRefundByReferenceAsync(merchant.Id, reference) is { } made ? Of(made) : null;

    public async Task<Answer> RefuseAsync(Merchant merchant, long number, IReadOnlyList<ReturnCode> codes, AskedRefund? asked = null) =>
        await FindAsync(merchant, number) is { } payment ? await invalid.RefundAsync(merchant, codes, asked, payment) : InvalidRequests.RefundNotFound;

    public async Task<Answer> ListAsync(Merchant merchant, long number)
    {
        if (await FindAsync(merchant, number) is null) return InvalidRequests.RefundNotFound;
        var refunds = await store.RefundsAsync(merchant.Id, number);
        return new Answer(200, RefundWriter.Refunds([.. refunds.OrderByDescending(r => r.Number)]));
    }

    /// <param name="merchant">Whose refund.</param>
    /// <param name="number">The payment it belongs to; null: whichever that is.</param>
    /// <param name="wanted">The refund.</param>
    /// <param name="say">Says it in the form that was asked for.</param>
    public async Task<Answer> ReadAsync(Merchant merchant, long? number, long wanted, Func<Refund, byte[]> say) =>
        await store.FindRefundAsync(merchant.Id, wanted) is { } found && (number ?? found.Payment) == found.Payment ? new Answer(200, say(found)) : InvalidRequests.RefundNotFound;

    public async Task<Answer> TypesAsync(Merchant merchant, long number) =>
        await FindAsync(merchant, number) is null ? InvalidRequests.RefundNotFound : RefundTypes.Native;

    /// <summary>Cards go back to the card wherever they are from, so any method, country and currency that there are have the same answer.</summary>
    public async Task<Answer> TypesAsync(Merchant merchant, string country, string currency)
    {
        List<ReturnCode> faults = [];
        if (!Patterns.IsLetters(country, 2) || !Countries.Has(country.ToUpperInvariant())) faults.Add(ReturnCode.Country);
        if (!Currency.TryFind(currency.ToUpperInvariant(), out _)) faults.Add(ReturnCode.Currency);
        return faults.Count == 0 ? RefundTypes.Native : await invalid.RefundAsync(merchant, faults);
    }

    private static Answer Of(Refund made) => new(made.State == RefundState.Failed ? 400 : 201, RefundWriter.Refund(made));

    private async ValueTask<Payment?> FindAsync(Merchant merchant, long number) =>
        await store.FindAsync(merchant.Id, number) is { Purpose: PaymentPurpose.Purchase } payment ? payment : null;
}
