using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Providers;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Storage.Sqlite;

/// <summary>
/// The whole archive in one directory: <c>checkout.db</c> for us and <c>simulator.db</c> for the books of connectors. Commands may open
/// the same directory beside a running server. Dispose it to write what waits and close the files.
/// </summary>
public sealed class SqliteArchive : IAsyncDisposable
{
    private readonly SqliteFile _file;
    private readonly SqliteFile _books;
    private readonly string _directory;
    private SoleServer? _server;
    private SoleImport? _import;
    private int _isClosed;

    /// <param name="directory">Made for its owner alone when it does not exist.</param>
    /// <exception cref="StorageRefusedException">A file cannot be opened, is too new, or cannot be kept durable.</exception>
    public SqliteArchive(string directory, TimeProvider clock)
    {
        PrivateFiles.MakeDirectory(directory);
        _directory = directory;
        _file = SqliteFile.Open(Path.Combine(directory, "checkout.db"), "Sqlite", clock.GetUtcNow());
        try
        {
            _books = SqliteFile.Open(Path.Combine(directory, "simulator.db"), "SqliteBooks", clock.GetUtcNow());
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        Payments = new SqlitePayments(_file);
        SavedCards = new SqliteSavedCards(_file.Readers);
        Merchants = new SqliteMerchants(_file);
        Providers = new SqliteProviders(_file);
        Notices = new SqliteNotices(_file);
        Numbers = new SqliteNumbers(_file);
        Requests = new SqliteRequests(_file);
        RefusedRequests = new SqliteRefusedRequests(_file);
        Settings = new SqliteSettings(_file);
        Books = new SqliteBooks(_books);
        Audit = new SqliteAudit(_file.Readers);
        Imports = new SqliteImports(_file);
    }

    public IPaymentStore Payments { get; }

    public ISavedCardStore SavedCards { get; }

    public IMerchantStore Merchants { get; }

    public IProviderStore Providers { get; }

    public INoticeStore Notices { get; }

    public INumbers Numbers { get; }

    public IRequestStore Requests { get; }

    public IRefusedRequestStore RefusedRequests { get; }

    public ISettingStore Settings { get; }

    public IConnectorBooks Books { get; }

    public SqliteAudit Audit { get; }

    public IImportStore Imports { get; }

    /// <summary>Why the last checkpoint failed, for the operator; null when all is well.</summary>
    public string? CheckpointTrouble => _file.CheckpointTrouble ?? _books.CheckpointTrouble;

    /// <summary>The work of the writers by file, for metrics.</summary>
    public IReadOnlyDictionary<string, WriterFigures> Figures => new Dictionary<string, WriterFigures>
    {
        ["checkout"] = _file.Writer.Figures,
        ["simulator"] = _books.Writer.Figures,
    };

    /// <summary>
    /// Takes the archive for one server, until it is disposed. What an earlier server was just sending when it died is nobody's any more, so it
    /// is asked about at once: a caller who asks again need not wait until a call that nobody makes would have ended.
    /// </summary>
    /// <returns>How many operations that are.</returns>
    /// <exception cref="StorageRefusedException">Another server is at work over it.</exception>
    public async Task<int> ServeAsync(DateTimeOffset now)
    {
        _server = SoleServer.Take(_directory);
        return await _file.Writer.RunAsync(db => AttemptRow.Inherit(db, now) + PayoutRow.Inherit(db, now));
    }

    /// <summary>Takes the archive for one import, until it is disposed, and keeps servers from starting over it.</summary>
    /// <returns>False: a server is at work already.</returns>
    /// <exception cref="StorageRefusedException">Another import is at work over it.</exception>
    public bool TryKeepAlone()
    {
        _import = SoleImport.Take(_directory);
        _server = SoleServer.TryTake(_directory);
        return _server is not null;
    }

    /// <summary>What the writing connection answers now about its settings, by the name of the pragma (REL-5).</summary>
    public Task<IReadOnlyDictionary<string, string>> SafetyAsync() => _file.Writer.RunAsync(Pledges.Read);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1) return;
        await Task.Run(_file.Dispose);
        await Task.Run(_books.Dispose);
        _server?.Dispose();
        _import?.Dispose();
    }
}
