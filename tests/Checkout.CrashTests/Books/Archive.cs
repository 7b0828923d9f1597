using System.Globalization;
using Checkout.CrashTests.Processes;
using SQLitePCL;

namespace Checkout.CrashTests.Books;

/// <summary>A server's archive as it lies on disk, read without its code.</summary>
internal sealed class Archive(MortalServer server)
{
    public IReadOnlyList<string[]> Rows(string sql)
    {
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(Path.Combine(server.Directory, "checkout.db"), out var db, raw.SQLITE_OPEN_READWRITE, null));
        using (db)
        {
            raw.sqlite3_busy_timeout(db, 10_000);
            Assert.True(raw.sqlite3_prepare_v2(db, sql, out var statement) == raw.SQLITE_OK, raw.sqlite3_errmsg(db).utf8_to_string());
            using (statement)
            {
                List<string[]> rows = [];
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                    rows.Add([.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(i => raw.sqlite3_column_text(statement, i).utf8_to_string() ?? "")]);
                return rows;
            }
        }
    }

    public long Count(string sql) => long.Parse(Rows(sql)[0][0], CultureInfo.InvariantCulture);
}
