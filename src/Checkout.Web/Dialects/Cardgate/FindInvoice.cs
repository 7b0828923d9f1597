using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Finds an invoice by its name. Another merchant's is not there, like one that never was (API-2).</summary>
public sealed class FindInvoice(IPaymentStore store, ReadPayment read, CardgateIds ids)
{
    /// <summary>In its present state; null when the caller has no such invoice.</summary>
    public async ValueTask<Payment?> RunAsync(CardgateCaller caller, string? id) => await FindAsync(caller, id) is { } payment ? await read.RefreshAsync(payment) : null;

    /// <summary>The payment of a refund, and the refund; null when the caller has no such refund.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The refund's name.</param>
    public async ValueTask<(Payment Payment, Refund Refund)?> RefundAsync(CardgateCaller caller, string? id)
    {
        if (id is null || await store.FindByPublicIdAsync(id) is not { } payment || payment.Merchant != caller.Merchant.Id) return null;
        var refunds = await store.RefundsAsync(payment.Merchant, payment.Number);
        return refunds.FirstOrDefault(r => ids.Refund(r.Merchant, r.Reference) == id) is { } refund ? (payment, refund) : null;
    }

    /// <summary>The payment of a session whose bearer was found good; null when it is gone.</summary>
    public async ValueTask<Payment?> OfSessionAsync(string session) =>
        await store.FindByPublicIdAsync(session) is { } payment && CardgateNotes.Of(payment)?.Session == session ? await read.RefreshAsync(payment) : null;

    private async ValueTask<Payment?> FindAsync(CardgateCaller caller, string? id)
    {
        if (id is null || await store.FindByPublicIdAsync(id) is not { } payment || payment.Merchant != caller.Merchant.Id) return null;
        return CardgateNotes.Of(payment)?.Invoice == id ? payment : null;
    }
}
