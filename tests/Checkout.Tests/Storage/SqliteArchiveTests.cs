using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Storage;
using Checkout.Storage.Sqlite;
using SQLitePCL;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

/// <summary>What only the SQLite archive promises: about its files, its settings, and being opened again or twice.</summary>
public sealed class SqliteArchiveTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string File => Path.Combine(_directory.Path, "checkout.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        await using (var first = Open())
        {
            await first.Payments.CommitAsync([New(FullPayment(1)), new Write.NewAttempt(FullAttempt(1)), new Write.NewSavedCard(Card(1))]);
            first.Settings.Write("vault", "key", "value");
            await first.Books.WriteAsync(new(Site, "key", "group", 0, [1]));
        }

        await using var second = Open();
        AssertSame(FullPayment(1), await second.Payments.FindAsync(Site, 1));
        AssertSame([FullAttempt(1)], (await second.Payments.AttemptsAsync(Site, 1)).ToArray());
        AssertSame(Card(1), await second.SavedCards.FindAsync(Site, 1));
        Assert.Equal("value", second.Settings.ReadAll("vault")["key"]);
        Assert.NotNull(await second.Books.FindAsync(Site, "key"));
    }

    [Fact]
    public async Task What_was_acknowledged_can_be_read_from_the_files_alone_while_the_archive_is_open()
    {
        await using var archive = Open();
        await archive.Payments.CommitAsync([New(Payment(1))]);

        using var copy = new TemporaryDirectory();
        Directory.CreateDirectory(copy.Path);
        foreach (var file in new[] { "checkout.db", "checkout.db-wal" }) System.IO.File.Copy(Path.Combine(_directory.Path, file), Path.Combine(copy.Path, file));
        await using var after = new SqliteArchive(copy.Path, TimeProvider.System);
        AssertSame(Payment(1), await after.Payments.FindAsync(Site, 1));
    }

    [Fact]
    public async Task Two_archives_over_one_directory_share_everything_but_never_a_number()
    {
        await using var one = Open();
        await using var two = Open();

        var drawn = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            var archive = i % 2 == 0 ? one : two;
            List<long> own = [];
            for (var n = 0; n < 300; n++) own.Add(await archive.Numbers.NextAsync(Site, NumberKind.Payment));
            return own;
        })));
        Assert.Equal(2400, drawn.SelectMany(own => own).Distinct().Count());

        var before = await one.Merchants.VersionAsync();
        await two.Merchants.AddAsync(new() { Id = 7, Name = "Beside" }, []);
        Assert.True(before < await one.Merchants.VersionAsync());
        Assert.Single(await one.Merchants.AllAsync());
    }

    [Fact]
    public async Task One_server_at_a_time_has_the_archive()
    {
        await using (var first = Open())
        {
            await first.ServeAsync(Noon);
            await using var second = Open();
            var refusal = await Assert.ThrowsAsync<StorageRefusedException>(() => second.ServeAsync(Noon));
            Assert.Contains($"Another server is at work over {_directory.Path}", refusal.Message, StringComparison.Ordinal);
        }

        await using var after = Open();
        await after.ServeAsync(Noon);
    }

    [Fact]
    public async Task What_a_dead_server_was_sending_is_due_at_once_and_nothing_else()
    {
        var later = Noon.AddSeconds(20);
        await using var archive = Open();
        foreach (var (payment, attempt) in new[]
        {
            (1, Attempt(1) with { CheckAt = later }),
            (2, Attempt(2, 1, AttemptState.Unknown) with { CheckAt = later }),
            (3, Attempt(3) with { CheckAt = later, Kind = AttemptKind.Cancel, Undoes = true }),
            (4, Attempt(4) with { CheckAt = Noon.AddSeconds(-1) }),
            (5, Attempt(5) with { CheckAt = later, Kind = AttemptKind.Refund }),
        })
            await archive.Payments.CommitAsync([New(Payment(payment)), new Write.NewAttempt(attempt)]);

        Assert.Equal(2, await archive.ServeAsync(Noon));

        Assert.Equal([4, 1, 5], (await archive.Payments.DueAttemptsAsync(Noon, 10)).Select(a => a.Payment));
    }

    [Fact]
    public async Task Two_archives_writing_at_once_wait_for_each_other()
    {
        await using var one = Open();
        await using var two = Open();
        await one.Payments.CommitAsync([New(Payment(1))]);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
            (i % 2 == 0 ? one : two).Payments.CommitAsync([New(Payment(10 + i)), Move(Payment(1) with { Version = 2 })]))));

        Assert.Single(verdicts, Verdict.Done);
        Assert.Equal(199, verdicts.Count(v => v == Verdict.Stale));
    }

    [Fact]
    public async Task The_writing_connection_is_durable_and_says_so()
    {
        await using var archive = Open();
        var safety = await archive.SafetyAsync();

        Assert.Equal(("wal", "2", "1", "1", "2", "0"), (safety["journal_mode"], safety["synchronous"], safety["foreign_keys"], safety["secure_delete"], safety["temp_store"], safety["wal_autocheckpoint"]));
        Assert.True(int.Parse(safety["busy_timeout"], System.Globalization.CultureInfo.InvariantCulture) >= 5000);
        Assert.Null(archive.CheckpointTrouble);
    }

    [Fact]
    public async Task The_file_itself_is_marked_as_written_ahead()
    {
        await Open().DisposeAsync();

        // Bytes 18 and 19 of a database are its write and read version: 2 means WAL.
        var head = await System.IO.File.ReadAllBytesAsync(File);
        Assert.Equal((2, 2), (head[18], head[19]));
    }

    [Fact]
    public async Task Only_the_owner_may_look()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var archive = Open();
        await archive.Payments.CommitAsync([New(Payment(1))]);

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(_directory.Path));
        foreach (var file in Directory.GetFiles(_directory.Path)) Assert.Equal(owner, System.IO.File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_wiped_number_is_gone_from_the_file()
    {
        byte[] secret = [.. Enumerable.Range(0, 64).Select(i => (byte)(i + 101))];
        await using (var archive = Open())
        {
            await archive.Payments.CommitAsync([new Write.NewSavedCard(Card(1) with { Sealed = new SealedNumber(1, secret, secret) })]);
        }

        Assert.True(Contains(secret));
        await using (var archive = Open())
        {
            await archive.Payments.CommitAsync([new Write.MoveSavedCard(Site, 1, SavedCardState.Active, SavedCardState.Removed)]);
        }

        Assert.False(Contains(secret));
    }

    [Fact]
    public async Task Settings_that_are_younger_than_their_row_have_their_default()
    {
        await using var archive = Open();
        Run("INSERT INTO merchant (id, name, is_sandbox, settings, version) VALUES (9, 'Old', 0, '{\"TokenLimit\":4}', 1)");

        var merchant = Assert.Single(await archive.Merchants.AllAsync()).Merchant;
        AssertSame(new MerchantSettings { TokenLimit = 4 }, merchant.Settings);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        await Open().DisposeAsync();
        Run("INSERT INTO schema_script (number, name, applied) VALUES (999, 'later', 0)");

        var refused = Assert.Throws<StorageRefusedException>(Open);
        Assert.Contains("schema 999", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        Directory.CreateDirectory(_directory.Path);
        await System.IO.File.WriteAllTextAsync(File, new string('x', 8192));

        Assert.Throws<StorageRefusedException>(Open);
    }

    [Fact]
    public async Task A_closed_archive_says_that_it_is_unavailable()
    {
        var archive = Open();
        await archive.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => archive.Payments.CommitAsync([New(Payment(1))]));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await archive.Payments.FindAsync(Site, 1));
    }

    [Fact]
    public async Task A_round_that_cannot_be_committed_fails_for_all_in_it_and_leaves_nothing()
    {
        await using var archive = Open();
        // A rule that only the commit itself checks: an opening with this trigger lets every COMMIT around it fail.
        Run("CREATE TABLE doomed (merchant INTEGER REFERENCES merchant (id) DEFERRABLE INITIALLY DEFERRED)");
        Run("CREATE TRIGGER doom AFTER INSERT ON card_opening BEGIN INSERT INTO doomed VALUES (424242); END");

        var landed = await Task.WhenAll(Enumerable.Range(1, 60).Select(i => Task.Run(() => LandsAsync(archive, i))));

        for (var i = 1; i <= 60; i++) Assert.Equal(landed[i - 1], await archive.Payments.FindAsync(Site, i) is not null);
        Assert.False(landed[29]);
        Assert.True(await LandsAsync(archive, 100));
    }

    [Fact]
    public async Task More_than_can_wait_is_refused_at_once_and_what_waits_is_written()
    {
        await using var archive = Open();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(File, out var other, raw.SQLITE_OPEN_READWRITE, null));
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(other, "BEGIN IMMEDIATE"));

        var waiting = Enumerable.Range(0, 10_000).Select(_ => archive.Payments.CommitAsync([new Write.NoteOpening(Site, 1, 1, "r", Noon)])).ToArray();
        var refused = waiting.Where(task => task.IsFaulted).ToArray();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(other, "ROLLBACK"));
        other.Dispose();

        Assert.NotEmpty(refused);
        Assert.All(refused, task => Assert.IsType<StoreUnavailableException>(task.Exception!.InnerException));
        Assert.All(await Task.WhenAll(waiting.Except(refused)), verdict => Assert.Equal(Verdict.Done, verdict));
    }

    [Fact]
    public async Task The_log_does_not_grow_without_bound()
    {
        await using var archive = Open();
        var text = new string('x', 60_000);
        for (var i = 1; i <= 40; i++)
            await Task.WhenAll(Enumerable.Range(0, 64).Select(n => archive.Payments.CommitAsync([New(Payment((i * 100) + n) with { ReturnUrl = text })])));

        // 150 MB were written; the bound is 64 MB and what is written while the checkpointer works.
        Assert.True(new FileInfo(File + "-wal").Length < 140_000_000);
        Assert.Null(archive.CheckpointTrouble);
        Assert.Equal(text, (await archive.Payments.FindAsync(Site, 100))!.ReturnUrl);
    }

    [Fact]
    public void The_library_of_the_system_is_used_where_there_is_one()
    {
        Assert.Contains("SQLite 3.", SqliteLibrary.Description, StringComparison.Ordinal);
        Assert.Equal(System.IO.File.Exists("/usr/lib/x86_64-linux-gnu/libsqlite3.so.0") || SqliteLibrary.IsOfTheSystem, SqliteLibrary.IsOfTheSystem);
    }

    private SqliteArchive Open() => new(_directory.Path, TimeProvider.System);

    private bool Contains(byte[] secret) => Directory.GetFiles(_directory.Path).Any(file => System.IO.File.ReadAllBytes(file).AsSpan().IndexOf(secret) >= 0);

    private static async Task<bool> LandsAsync(SqliteArchive archive, int number)
    {
        try
        {
            Write last = number == 30 ? new Write.NoteOpening(Site, 1, 1, "doomed", Noon) : new Write.NewNotice(Notice(number));
            return await archive.Payments.CommitAsync([New(Payment(number)), last]) == Verdict.Done;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private void Run(string sql)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(File, out var db, raw.SQLITE_OPEN_READWRITE, null));
        using (db) Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(db, sql));
    }
}
