using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Finds an invoice by its name. Another merchant's is not there, like one that never was (API-2).</summary>
public sealed class FindInvoice(IPaymentStore store, ReadPayment read, CardgateIds ids)
{
    /// <summary>In its present state; null when the caller has no such invoice.</summary>
    public async ValueTask<Payment?> RunAsync(CardgateCaller caller, string? id) => await FindAsync(caller, id) is { } payment ? await read.RefreshAsync(payment) : null;

    /// <summary>By its name alone, for those who may know little of it; null when there is none. One that another dialect made has no such name.</summary>
    public async ValueTask<Payment?> OfAnybodyAsync(string? id) =>
        id is not null && await store.FindByPublicIdAsync(id) is { } payment && CardgateNotes.Of(payment)?.Invoice == id ? await read.RefreshAsync(payment) : null;

    /// <summary>The payment of a refund, and the refund; null when the caller has no such refund.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The refund's name.</param>
    public async ValueTask<(Payment Payment, Refund Refund)?> RefundAsync(CardgateCaller caller, string? id)
    {
        if (id is null || await PaymentOfRefundAsync(caller.Merchant.Id, id) is not { } payment) return null;
        var refunds = await store.RefundsAsync(payment.Merchant, payment.Number);
        return refunds.FirstOrDefault(r => ids.Refund(r) == id) is { } refund ? (payment, refund) : null;
    }

    /// <summary>The payment of a session whose bearer was found good; null when it is gone.</summary>
    public async ValueTask<Payment?> OfSessionAsync(string session) =>
        await store.FindByPublicIdAsync(session) is { } payment && CardgateNotes.Of(payment)?.Session == session ? await read.RefreshAsync(payment) : null;

    private async ValueTask<Payment?> FindAsync(CardgateCaller caller, string? id)
    {
        if (id is null) return null;
        if (await store.FindByPublicIdAsync(id) is { } stored) return stored.Merchant == caller.Merchant.Id && CardgateNotes.Of(stored)?.Invoice == id ? stored : null;

        if (!ids.TryReadInvoice(caller.Merchant.Id, id, out var number)) return null;
        // A card check has a number too, and is no payment.
        return await store.FindAsync(caller.Merchant.Id, number) is { Purpose: PaymentPurpose.Purchase } payment ? payment : null;
    }

    private async ValueTask<Payment?> PaymentOfRefundAsync(int merchant, string id)
    {
        if (await store.FindByPublicIdAsync(id) is { } stored) return stored.Merchant == merchant ? stored : null;
        if (!ids.TryReadRefund(merchant, id, out var number)) return null;
        return await store.FindRefundAsync(merchant, number) is { } refund ? await store.FindAsync(merchant, refund.Payment) : null;
    }
}
