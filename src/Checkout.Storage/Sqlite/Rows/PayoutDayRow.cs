using Checkout.Core.Payouts;

namespace Checkout.Storage.Sqlite;

/// <summary>What a merchant has paid out on a day, in one currency.</summary>
internal static class PayoutDayRow
{
    private const string SpendSql =
        "INSERT INTO payout_day (merchant, day, currency, paid) VALUES (?, ?, ?, ?) " +
        "ON CONFLICT (merchant, day, currency) DO UPDATE SET paid = paid + excluded.paid WHERE paid + excluded.paid <= ?";

    private const string AddSql = "UPDATE payout_day SET paid = paid + ? WHERE merchant = ? AND day = ? AND currency = ?";

    /// <summary>False, and nothing written, when with it the day were above the limit.</summary>
    /// <param name="db">The connection.</param>
    /// <param name="payout">A new payout.</param>
    /// <param name="limit">In minor units; 0: none.</param>
    public static bool TrySpend(Connection db, Payout payout, long limit)
    {
        var most = limit > 0 ? limit : long.MaxValue;
        if (payout.Amount.Minor > most) return false;
        using var spend = db.Use(SpendSql);
        return spend.Put(payout.Merchant).Put(NumberOf(payout.Day)).Put(payout.Amount.Currency.Code).Put(payout.Amount.Minor).Put(most).Run() > 0;
    }

    public static void Add(Connection db, Payout payout, long minor)
    {
        using var add = db.Use(AddSql);
        add.Put(minor).Put(payout.Merchant).Put(NumberOf(payout.Day)).Put(payout.Amount.Currency.Code).Run();
    }

    private static long NumberOf(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
}
