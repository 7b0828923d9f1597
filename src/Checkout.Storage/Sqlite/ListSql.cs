using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>What lists of payments and of payouts are narrowed by. One text for every choice: a condition nobody asked for is true of each row.</summary>
internal static class ListSql
{
    public const string Fitting =
        "AND created BETWEEN ? AND ? AND amount BETWEEN ? AND ? AND (? IS NULL OR currency = ?) " +
        "AND (? IS NULL OR upper(json_extract(details, '$.Billing.Country')) = ?) AND (? IS NULL OR upstream_id = ?) ";

    public static Statement Put(this Statement sql, ListFilter where) => sql
        .Put(where.From?.ToUnixTimeMilliseconds() ?? long.MinValue).Put(where.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue)
        .Put(where.LeastMinor ?? 0).Put(where.MostMinor ?? long.MaxValue)
        .Put(where.Currency).Put(where.Currency)
        .Put(where.Country).Put(where.Country)
        .Put(where.UpstreamId).Put(where.UpstreamId);

    /// <summary>A bit for each number of an enum that is wanted; all of them when nothing is said.</summary>
    public static long Mask<T>(IReadOnlyList<T>? wanted, Func<T, int> number) => wanted is null ? -1 : wanted.Aggregate(0L, (mask, one) => mask | (1L << number(one)));
}
