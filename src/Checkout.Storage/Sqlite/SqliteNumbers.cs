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

    private readonly ConcurrentDictionary<(int Merchant, NumberKind Kind), NumberLine> _lines = new();

    public ValueTask<long> NextAsync(int merchant, NumberKind kind) =>
        _lines.GetOrAdd((merchant, kind), line => new NumberLine(() => TakeAsync(line.Merchant, line.Kind), BlockSize)).NextAsync();

    private Task<long> TakeAsync(int merchant, NumberKind kind) => file.Writer.RunAsync(db => NumberBlock.Take(db, merchant, kind, BlockSize));
}
