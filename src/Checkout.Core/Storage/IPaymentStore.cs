using Checkout.Core.Payments;

namespace Checkout.Core.Storage;

/// <summary>The archive of payments. An answer from <see cref="CommitAsync"/> means: on disk.</summary>
/// <remarks>Every read names the merchant, so no answer can hold another merchant's rows (API-2).</remarks>
public interface IPaymentStore
{
    /// <summary>Writes all of a change or nothing of it, durably.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was written, or nobody can tell; no upstream may be called.</exception>
    Task<Verdict> CommitAsync(IReadOnlyList<Write> change);

    ValueTask<Payment?> FindAsync(int merchant, long payment);

    ValueTask<Payment?> FindByReferenceAsync(int merchant, Dialect dialect, bool isTest, string reference);

    /// <summary>Payments (never card checks) of a merchant in one dialect, newest first.</summary>
    ValueTask<IReadOnlyList<Payment>> ListAsync(PaymentFilter filter);

    ValueTask<IReadOnlyList<Attempt>> AttemptsAsync(int merchant, long payment);

    ValueTask<IReadOnlyList<Refund>> RefundsAsync(int merchant, long payment);

    ValueTask<Refund?> FindRefundByReferenceAsync(int merchant, string reference);

    /// <summary>Attempts of all merchants whose <see cref="Attempt.CheckAt"/> has come, oldest first.</summary>
    ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit);

    /// <summary>Open payments of all merchants whose link has lapsed.</summary>
    ValueTask<IReadOnlyList<Payment>> LapsedAsync(DateTimeOffset now, int limit);
}

public static class PaymentStoreReading
{
    /// <summary>An attempt as it stands now.</summary>
    public static async ValueTask<Attempt> AgainAsync(this IPaymentStore store, Attempt attempt) =>
        (await store.AttemptsAsync(attempt.Merchant, attempt.Payment)).Single(a => a.Number == attempt.Number);
}

/// <param name="UpTo">Only payments with this number or a lower one; null: from the newest.</param>
public sealed record PaymentFilter(int Merchant, Dialect Dialect, string? Reference, long? UpTo, int Limit);
