using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>Imports in SQLite: each row is looked up before it is written, so that a file can be read again and again.</summary>
internal sealed class SqliteImports(SqliteFile file) : IImportStore
{
    public Task<IReadOnlyList<ImportAnswer>> RunAsync(IReadOnlyList<Imported> batch, bool isServed) =>
        file.Writer.RunAsync<IReadOnlyList<ImportAnswer>>(db => [.. batch.Select(one => Take(db, one, isServed))]);

    private static ImportAnswer Take(Connection db, Imported one, bool isServed) => one switch
    {
        Imported.OfPayment(var payment) => ImportRow.Payment(db, payment, isServed),
        Imported.OfRefund(var refund) => ImportRow.Refund(db, refund, isServed),
        Imported.OfPayout(var payout) => ImportRow.Payout(db, payout, isServed),
        Imported.OfCard card => ImportRow.Card(db, card),
        _ => throw new InvalidOperationException($"The archive does not know how to import a {one.GetType().Name}."),
    };
}
