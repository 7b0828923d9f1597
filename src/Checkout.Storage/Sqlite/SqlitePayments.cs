using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>Payments, attempts and refunds in SQLite. Reads answer at once, from the last commit.</summary>
internal sealed class SqlitePayments(SqliteFile file) : IPaymentStore
{
    private const string ByNumber = PaymentRow.Select + "WHERE merchant = ? AND number = ?";

    private const string ByReference = PaymentRow.Select + "WHERE merchant = ? AND dialect = ? AND is_test = ? AND reference = ?";

    private const string ByPublicId = PaymentRow.Select + PublicIdRow.IsNamed;

    private const string Newest = PaymentRow.Select + "WHERE merchant = ? AND number BETWEEN ? AND ? AND dialect = ? " + ListSql.FittingPayments + "ORDER BY number DESC LIMIT ?";

    private const string Oldest = PaymentRow.Select + "WHERE merchant = ? AND number BETWEEN ? AND ? AND dialect = ? " + ListSql.FittingPayments + "ORDER BY number LIMIT ?";

    // Left to itself SQLite takes the index that saves it the sorting, and walks all rows of the merchant.
    private const string NewestOfReference =
        PaymentRow.Select + "INDEXED BY payment_reference WHERE merchant = ? AND dialect = ? AND is_test IN (0, 1) AND reference = ? AND number BETWEEN ? AND ? " +
        ListSql.FittingPayments + "ORDER BY number DESC LIMIT ?";

    private const string Lapsed = PaymentRow.Select + "WHERE status = 0 AND payable_until <= ? ORDER BY payable_until LIMIT ?";

    private const string AttemptsOf = AttemptRow.Select + "WHERE merchant = ? AND payment = ? ORDER BY number";

    private const string DueAttempts = AttemptRow.Select + "WHERE check_at <= ? ORDER BY check_at LIMIT ?";

    private const string RefundsOf = RefundRow.Select + "INDEXED BY refund_payment WHERE merchant = ? AND payment = ? ORDER BY number";

    private const string RefundByNumber = RefundRow.Select + "WHERE merchant = ? AND number = ?";

    private const string RefundByReference = RefundRow.Select + "WHERE merchant = ? AND reference = ?";

    private const string PayoutByNumber = PayoutRow.Select + "WHERE merchant = ? AND number = ?";

    private const string PayoutByReference = PayoutRow.Select + "WHERE merchant = ? AND reference = ?";

    private const string NewestPayouts = PayoutRow.Select + "WHERE merchant = ? AND number <= ? " + ListSql.Fitting + "AND ((? >> step) & 1) ORDER BY number DESC LIMIT ?";

    private const string DuePayouts = PayoutRow.Select + "WHERE check_at <= ? ORDER BY check_at LIMIT ?";

    public Task<Verdict> CommitAsync(IReadOnlyList<Write> change) => file.Writer.LandAsync(db => Change.Run(db, change));

    public ValueTask<Payment?> FindAsync(int merchant, long payment) =>
        file.Readers.FirstAsync(ByNumber, sql => sql.Put(merchant).Put(payment), PaymentRow.Read);

    public ValueTask<Payment?> FindByReferenceAsync(int merchant, Dialect dialect, bool isTest, string reference) =>
        file.Readers.FirstAsync(ByReference, sql => sql.Put(merchant).Put((int)dialect).Put(isTest).Put(reference), PaymentRow.Read);

    public ValueTask<Payment?> FindByPublicIdAsync(string id) => file.Readers.FirstAsync(ByPublicId, sql => sql.Put(id), PaymentRow.Read);

    public async ValueTask<IReadOnlyList<Payment>> ListAsync(PaymentFilter filter)
    {
        var (since, upTo) = (filter.Since ?? 0, filter.UpTo ?? long.MaxValue);
        if (filter.Reference is not { } reference)
        {
            return await file.Readers.AllAsync(filter.OldestFirst ? Oldest : Newest, sql => sql.Put(filter.Merchant).Put(since).Put(upTo).Put((int)filter.Dialect).Put(filter), PaymentRow.Read);
        }

        // A reference has two payments at most, a test and a live one.
        var found = await file.Readers.AllAsync(NewestOfReference, sql => sql.Put(filter.Merchant).Put((int)filter.Dialect).Put(reference).Put(since).Put(upTo).Put(filter), PaymentRow.Read);
        return filter.OldestFirst ? [.. found.Reverse()] : found;
    }

    public ValueTask<IReadOnlyList<Attempt>> AttemptsAsync(int merchant, long payment) =>
        file.Readers.AllAsync(AttemptsOf, sql => sql.Put(merchant).Put(payment), AttemptRow.Read);

    public ValueTask<IReadOnlyList<Refund>> RefundsAsync(int merchant, long payment) =>
        file.Readers.AllAsync(RefundsOf, sql => sql.Put(merchant).Put(payment), RefundRow.Read);

    public ValueTask<Refund?> FindRefundAsync(int merchant, long refund) =>
        file.Readers.FirstAsync(RefundByNumber, sql => sql.Put(merchant).Put(refund), RefundRow.Read);

    public ValueTask<Refund?> FindRefundByReferenceAsync(int merchant, string reference) =>
        file.Readers.FirstAsync(RefundByReference, sql => sql.Put(merchant).Put(reference), RefundRow.Read);

    public ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit) =>
        file.Readers.AllAsync(DueAttempts, sql => sql.Put(now).Put(limit), AttemptRow.Read);

    public ValueTask<IReadOnlyList<Payment>> LapsedAsync(DateTimeOffset now, int limit) =>
        file.Readers.AllAsync(Lapsed, sql => sql.Put(now).Put(limit), PaymentRow.Read);

    public ValueTask<Payout?> FindPayoutAsync(int merchant, long payout) =>
        file.Readers.FirstAsync(PayoutByNumber, sql => sql.Put(merchant).Put(payout), PayoutRow.Read);

    public ValueTask<Payout?> FindPayoutByReferenceAsync(int merchant, string reference) =>
        file.Readers.FirstAsync(PayoutByReference, sql => sql.Put(merchant).Put(reference), PayoutRow.Read);

    public async ValueTask<IReadOnlyList<Payout>> PayoutsAsync(PayoutFilter filter)
    {
        var upTo = filter.UpTo ?? long.MaxValue;
        // A reference has one payout.
        if (filter.Reference is { } reference) return await FindPayoutByReferenceAsync(filter.Merchant, reference) is { } found && found.Number <= upTo && filter.Limit > 0 && filter.Takes(found) ? [found] : [];
        var steps = ListSql.Mask(filter.States is null ? null : Enum.GetValues<PayoutStep>().Where(step => filter.States.Contains(Payout.StateOf(step))).ToArray(), static step => (int)step);
        return await file.Readers.AllAsync(NewestPayouts, sql => sql.Put(filter.Merchant).Put(upTo).Put(filter.Where).Put(steps).Put(filter.Limit), PayoutRow.Read);
    }

    public ValueTask<IReadOnlyList<Payout>> DuePayoutsAsync(DateTimeOffset now, int limit) =>
        file.Readers.AllAsync(DuePayouts, sql => sql.Put(now).Put(limit), PayoutRow.Read);
}
