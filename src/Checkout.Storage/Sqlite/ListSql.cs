using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>What lists of payments and of payouts are narrowed by. One text for every choice: a condition nobody asked for is true of each row.</summary>
internal static class ListSql
{
    public const string Fitting =
        "AND created BETWEEN ? AND ? AND amount BETWEEN ? AND ? AND (? IS NULL OR currency = ?) " +
        "AND (? IS NULL OR upper(json_extract(details, '$.Billing.Country')) = ?) AND (? IS NULL OR upstream_id = ?) ";

    // In a test there is no acquirer behind the provider, and so no name of its own. Card checks are invoices in Cardgate's lists (1) only.
    public const string FittingPayments =
        Fitting + "AND (? IS NULL OR is_test = 0) AND (purpose = 0 OR dialect = 1) AND ((? >> status) & 1) AND (? IS NULL OR is_test = ?) " +
        "AND (? IS NULL OR shopper = ?) AND (? IS NULL OR (refund_open > 0) = ?) AND (? IS NULL OR status <> ? OR (attempts > 0) = ?) ";

    /// <summary>What <see cref="FittingPayments"/> asks for, and the limit.</summary>
    public static Statement Put(this Statement sql, PaymentFilter filter) => sql
        .Put(filter.Where).Put(filter.Where.UpstreamId).Put(Mask(filter.Statuses, static status => (int)status))
        .Put(filter.IsTest).Put(filter.IsTest).Put(filter.Shopper).Put(filter.Shopper).Put(filter.IsRefunding).Put(filter.IsRefunding)
        .Put(filter.ExpiredTried).Put((int)PaymentStatus.Expired).Put(filter.ExpiredTried).Put(filter.Limit);

    public static Statement Put(this Statement sql, ListFilter where) => sql
        .Put(where.From?.ToUnixTimeMilliseconds() ?? long.MinValue).Put(where.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue)
        .Put(where.LeastMinor ?? 0).Put(where.MostMinor ?? long.MaxValue)
        .Put(where.Currency).Put(where.Currency)
        .Put(where.Country).Put(where.Country)
        .Put(where.UpstreamId).Put(where.UpstreamId);

    /// <summary>A bit for each number of an enum that is wanted; all of them when nothing is said.</summary>
    public static long Mask<T>(IReadOnlyList<T>? wanted, Func<T, int> number) => wanted is null ? -1 : wanted.Aggregate(0L, (mask, one) => mask | (1L << number(one)));
}
