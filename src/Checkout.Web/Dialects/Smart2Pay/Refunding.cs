using Checkout.Core.Merchants;
using Checkout.Core.Payments;
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

    public async Task<Answer> ReadAsync(Merchant merchant, long number, long wanted)
    {
        var refunds = await store.RefundsAsync(merchant.Id, number);
        return refunds.FirstOrDefault(r => r.Number == wanted) is { } found ? new Answer(200, RefundWriter.Refund(found)) : InvalidRequests.RefundNotFound;
    }

    private static Answer Of(Refund made) => new(made.State == RefundState.Failed ? 400 : 201, RefundWriter.Refund(made));

    private async ValueTask<Payment?> FindAsync(Merchant merchant, long number) =>
        await store.FindAsync(merchant.Id, number) is { Purpose: PaymentPurpose.Purchase } payment ? payment : null;
}
