using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Upstream;

namespace Checkout.Core.Storage;

/// <summary>The archive of payments. An answer from <see cref="CommitAsync"/> means: on disk.</summary>
/// <remarks>Every read names the merchant, so no answer can hold another merchant's rows (API-2).</remarks>
public interface IPaymentStore
{
    /// <summary>Writes all of a change or nothing of it, durably.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was written, or nobody can tell; no upstream may be called.</exception>
    Task<Verdict> CommitAsync(IReadOnlyList<Write> change);

    ValueTask<Payment?> FindAsync(int merchant, long payment);

    /// <summary>By a name a browser knows it by. The one read that names no merchant: the word itself is the right to read.</summary>
    ValueTask<Payment?> FindByPublicIdAsync(string id);

    ValueTask<Payment?> FindByReferenceAsync(int merchant, Dialect dialect, bool isTest, string reference);

    /// <summary>Payments (never card checks) of a merchant in one dialect, newest first.</summary>
    ValueTask<IReadOnlyList<Payment>> ListAsync(PaymentFilter filter);

    ValueTask<IReadOnlyList<Attempt>> AttemptsAsync(int merchant, long payment);

    ValueTask<IReadOnlyList<Refund>> RefundsAsync(int merchant, long payment);

    ValueTask<Refund?> FindRefundAsync(int merchant, long refund);

    ValueTask<Refund?> FindRefundByReferenceAsync(int merchant, string reference);

    /// <summary>Attempts of all merchants whose <see cref="Attempt.CheckAt"/> has come, oldest first.</summary>
    ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit);

    /// <summary>Open payments of all merchants whose link has lapsed.</summary>
    ValueTask<IReadOnlyList<Payment>> LapsedAsync(DateTimeOffset now, int limit);

    ValueTask<Payout?> FindPayoutAsync(int merchant, long payout);

    ValueTask<Payout?> FindPayoutByReferenceAsync(int merchant, string reference);

    /// <summary>Payouts of a merchant, newest first.</summary>
    ValueTask<IReadOnlyList<Payout>> PayoutsAsync(PayoutFilter filter);

    /// <summary>Payouts of all merchants whose <see cref="Payout.CheckAt"/> has come, oldest first.</summary>
    ValueTask<IReadOnlyList<Payout>> DuePayoutsAsync(DateTimeOffset now, int limit);
}

public static class PaymentStoreReading
{
    /// <summary>The question what became of an attempt.</summary>
    public static async ValueTask<QueryRequest> QuestionAsync(this IPaymentStore store, Attempt attempt)
    {
        var isCharge = attempt.Kind is AttemptKind.Authorise or AttemptKind.Verify;
        var charge = isCharge ? attempt : (await store.AttemptsAsync(attempt.Merchant, attempt.Payment)).FirstOrDefault(a => a.Reference == attempt.Target);
        return new QueryRequest(attempt.Merchant, attempt.Kind, attempt.Reference, attempt.Target, charge?.UpstreamId, charge?.Captures ?? false, attempt.Amount);
    }

    /// <summary>An attempt as it stands now.</summary>
    public static async ValueTask<Attempt> AgainAsync(this IPaymentStore store, Attempt attempt) =>
        (await store.AttemptsAsync(attempt.Merchant, attempt.Payment)).Single(a => a.Number == attempt.Number);
}
