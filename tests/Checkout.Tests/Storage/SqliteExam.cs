using Checkout.Storage.Sqlite;

namespace Checkout.Tests.Storage;

/// <summary>SQLite sits the exam on a real file in a real directory.</summary>
public sealed class SqliteExam : StoreExam, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    internal static StoreUnderExam Open(string directory)
    {
        var archive = new SqliteArchive(directory, TimeProvider.System);
        return new StoreUnderExam(
            archive.Payments, archive.SavedCards, archive.Notices, archive.Merchants, archive.Numbers, archive.Requests, archive.Settings, archive.Books,
            archive.Providers, archive);
    }

    protected override Task<StoreUnderExam> OpenAsync() => Task.FromResult(Open(_directory.Path));
}
