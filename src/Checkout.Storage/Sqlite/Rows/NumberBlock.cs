using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>Up to where the numbers of a merchant and kind have been given to processes, which hand them out one by one.</summary>
internal static class NumberBlock
{
    private const long FirstPayment = 100_001;

    private const string TakeSql =
        "INSERT INTO number_block (merchant, kind, next) VALUES (?1, ?2, ?3 + ?4) " +
        "ON CONFLICT (merchant, kind) DO UPDATE SET next = next + ?4 RETURNING next - ?4";

    private const string NextSql = "SELECT next FROM number_block WHERE merchant = ? AND kind = ?";

    private const string PassSql =
        "INSERT INTO number_block (merchant, kind, next) VALUES (?1, ?2, max(?3, ?4)) ON CONFLICT (merchant, kind) DO UPDATE SET next = max(next, ?4)";

    /// <returns>The first number of a block that nobody else gets.</returns>
    public static long Take(Connection db, int merchant, NumberKind kind, int size)
    {
        using var take = db.Use(TakeSql);
        take.Put(merchant).Put((int)kind).Put(First(kind)).Put(size);
        if (!take.Read()) throw new InvalidOperationException("A block of numbers was written but not returned.");
        var first = take.Long();
        take.Read();
        return first;
    }

    /// <summary>Whether a number that nothing has can be given to an import: no process may be about to hand it out.</summary>
    public static bool MayTake(Connection db, int merchant, NumberKind kind, long number, bool isServed)
    {
        if (!isServed) return true;
        using var next = db.Use(NextSql);
        return !next.Put(merchant).Put((int)kind).Read() || number >= next.Long();
    }

    /// <summary>No block begins at or below this number from now on.</summary>
    public static void Pass(Connection db, int merchant, NumberKind kind, long number)
    {
        using var pass = db.Use(PassSql);
        pass.Put(merchant).Put((int)kind).Put(First(kind)).Put(number + 1).Run();
    }

    private static long First(NumberKind kind) => kind == NumberKind.Payment ? FirstPayment : 1;
}
