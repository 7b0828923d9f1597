using Checkout.Storage;
using Checkout.Storage.Sqlite;
using Checkout.Tests.Storage;

namespace Checkout.Tests.Server.Commands;

/// <summary>Who is kept waiting by an import is told so by name.</summary>
public sealed class ImportLockTests
{
    [Fact]
    public async Task A_second_import_waits_for_the_first()
    {
        await using var shop = await ImportShop.StartAsync();
        using var first = Hold(shop.Checkout.Directory, "import.lock");
        var told = await shop.ImportAsync(ImportShop.Payment());
        Assert.Equal(1, told.Code);
        Assert.StartsWith("Another import is at work over", told.Complained.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_starts_meanwhile_is_told_of_the_import()
    {
        using var directory = new TemporaryDirectory();
        await using var archive = new SqliteArchive(directory.Path, TimeProvider.System);
        using var alone = Hold(directory.Path, "server.lock");
        using var import = Hold(directory.Path, "import.lock");
        var refused = await Assert.ThrowsAsync<StorageRefusedException>(() => archive.ServeAsync(DateTimeOffset.UnixEpoch));
        Assert.StartsWith("An import is at work over", refused.Message, StringComparison.Ordinal);
    }

    private static FileStream Hold(string directory, string name) => new(Path.Combine(directory, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
