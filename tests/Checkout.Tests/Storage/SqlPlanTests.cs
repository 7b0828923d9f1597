using System.Reflection;
using Checkout.Storage.Sqlite;
using SQLitePCL;

namespace Checkout.Tests.Storage;

/// <summary>Every statement in the sources is shown to SQLite: it must compile, and must not walk a table or all rows of a merchant.</summary>
public sealed class SqlPlanTests : IDisposable
{
    private static readonly string[] Verbs = ["SELECT ", "INSERT ", "UPDATE ", "DELETE "];

    /// <summary>Statements that read a whole table on purpose, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayWalk = new()
    {
        ["SqliteMerchants.AllMerchants"] = "the register is held in memory",
        ["SqliteMerchants.AllKeys"] = "the register is held in memory",
        ["SqliteMerchants.RegisterVersion"] = "one row",
        ["SqliteMerchants.TouchRegister"] = "one row",
        ["SqliteMerchants.DropKeys"] = "a merchant has few keys",
        ["SqliteProviders.All"] = "the register is held in memory",
        ["SqliteProviders.Add"] = "a merchant has few accounts",
        ["SqliteSettings.All"] = "a room is read whole",
        ["RequestRow.ForgetSql"] = "walks the first 200 rows and stops",
        ["SqliteRefusedRequests.Forget"] = "walks the first two rows and stops",
        ["SqliteNotices.Resend"] = "an operator's command, over what was given up",
        ["SqlitePayments.Newest"] = "walks down from the newest and stops at the limit",
        ["SqlitePayments.Oldest"] = "walks up from the oldest and stops at the limit",
        ["SqlitePayments.NewestPayouts"] = "walks down from the newest and stops at the limit",
    };

    /// <summary>An audit goes through whole tables on purpose, but never through one for each row of another.</summary>
    private const string Audit = "AuditSql.";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task No_statement_grows_with_the_archive()
    {
        await new SqliteArchive(_directory.Path, TimeProvider.System).DisposeAsync();
        using var ours = Open("checkout.db");
        using var books = Open("simulator.db");

        var statements = Statements().ToArray();
        var walking = from statement in statements
                      where !MayWalk.ContainsKey(statement.Name) && !statement.Name.StartsWith(Audit, StringComparison.Ordinal)
                      from step in Plan(statement.Name.StartsWith("SqliteBooks.", StringComparison.Ordinal) ? books : ours, statement.Sql)
                      where !IsOverAResult(step)
                      where step.Contains("SCAN", StringComparison.Ordinal) || step.EndsWith("(merchant=?)", StringComparison.Ordinal) || step.Contains("(merchant=? AND number<", StringComparison.Ordinal)
                      select $"{statement.Name}: {step}";

        Assert.True(statements.Length > 30, "The statements are constants and fields of text in the storage's types.");
        Assert.Empty(walking);
        Assert.Empty(MayWalk.Keys.Except(statements.Select(statement => statement.Name)));
    }

    [Fact]
    public async Task No_audit_walks_a_table_for_each_row_of_another()
    {
        await new SqliteArchive(_directory.Path, TimeProvider.System).DisposeAsync();
        using var ours = Open("checkout.db");
        var audits = Statements().Where(statement => statement.Name.StartsWith(Audit, StringComparison.Ordinal)).ToArray();
        Assert.True(audits.Length > 15);
        foreach (var (name, sql) in audits)
        {
            // The uses of tokens are counted once, into a table of their own, and looked up there.
            var walks = Plan(ours, sql).Count(step => step.StartsWith("SCAN", StringComparison.Ordinal));
            Assert.True(walks == (name == "AuditSql.UsedOtherwise" ? 2 : 1), $"{name} walks {walks} times: {string.Join("; ", Plan(ours, sql))}");
        }
    }

    // What a subquery or a window has already chosen is walked through; how it was chosen is a step of its own.
    private static bool IsOverAResult(string step) => step.StartsWith("SCAN (subquery", StringComparison.Ordinal) || step == "SCAN ranked";

    // A list of columns ends with a space, so that the condition can follow: it is a part of a statement, not one.
    private static IEnumerable<(string Name, string Sql)> Statements() =>
        from type in typeof(SqliteArchive).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.IsLiteral && field.FieldType == typeof(string)
        let sql = (string)field.GetRawConstantValue()!
        where Verbs.Any(verb => sql.StartsWith(verb, StringComparison.Ordinal)) && !sql.EndsWith(' ')
        select ($"{type.Name}.{field.Name}", sql);

    private static List<string> Plan(sqlite3 db, string sql)
    {
        Assert.True(raw.sqlite3_prepare_v2(db, "EXPLAIN QUERY PLAN " + sql, out var statement) == raw.SQLITE_OK, $"{raw.sqlite3_errmsg(db).utf8_to_string()}: {sql}");
        using (statement)
        {
            List<string> steps = [];
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) steps.Add(raw.sqlite3_column_text(statement, 3).utf8_to_string());
            return steps;
        }
    }

    private sqlite3 Open(string file)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(Path.Combine(_directory.Path, file), out var db, raw.SQLITE_OPEN_READWRITE, null));
        return db;
    }
}
