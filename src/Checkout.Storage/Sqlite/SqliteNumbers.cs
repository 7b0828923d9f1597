using System.Collections.Concurrent;
using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>
/// Numbers from blocks that are taken out of the database before any of them is used: two processes never hand out the same one, and a
/// restart leaves a gap.
/// </summary>
internal sealed class SqliteNumbers(SqliteFile file) : INumbers
{
    private const int BlockSize = 100;
    private const long FirstPayment = 100_001;

    private const string TakeBlock =
        "INSERT INTO number_block (merchant, kind, next) VALUES (?1, ?2, ?3 + ?4) " +
        "ON CONFLICT (merchant, kind) DO UPDATE SET next = next + ?4 RETURNING next - ?4";

    private readonly ConcurrentDictionary<(int Merchant, NumberKind Kind), NumberLine> _lines = new();

    public ValueTask<long> NextAsync(int merchant, NumberKind kind) =>
        _lines.GetOrAdd((merchant, kind), line => new NumberLine(() => TakeAsync(line.Merchant, line.Kind), BlockSize)).NextAsync();

    private Task<long> TakeAsync(int merchant, NumberKind kind) => file.Writer.RunAsync(db =>
    {
        using var take = db.Use(TakeBlock);
        take.Put(merchant).Put((int)kind).Put(kind == NumberKind.Payment ? FirstPayment : 1).Put(BlockSize);
        if (!take.Read()) throw new InvalidOperationException("A block of numbers was written but not returned.");
        var first = take.Long();
        take.Read();
        return first;
    });
}
