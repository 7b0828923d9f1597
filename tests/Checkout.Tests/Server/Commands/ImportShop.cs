using System.Text.Json.Nodes;
using SQLitePCL;

namespace Checkout.Tests.Server.Commands;

/// <summary>A checkout into which lines of another system are imported.</summary>
internal sealed class ImportShop : IAsyncDisposable
{
    public const long PaymentId = 300_001;

    private readonly string _file = Path.GetTempFileName();

    private ImportShop(RunningCheckout checkout) => Checkout = checkout;

    public RunningCheckout Checkout { get; private set; }

    public static async Task<ImportShop> StartAsync() => new(await RunningCheckout.StartAsync());

    /// <summary>A captured payment of 25.99 euros.</summary>
    public static JsonObject Payment(params ReadOnlySpan<(string Field, JsonNode? Value)> changes) => Line("Payment", changes, new JsonObject
    {
        ["ID"] = PaymentId, ["SiteID"] = 1010, ["Created"] = "20250115093000", ["MerchantTransactionID"] = "old-1", ["Amount"] = 2599, ["Currency"] = "EUR", ["CapturedAmount"] = "2599", ["Status"] = Status(11),
    });

    /// <summary>A refund of 5 euros of that payment.</summary>
    public static JsonObject Refund(params ReadOnlySpan<(string Field, JsonNode? Value)> changes) => Line("Refund", changes, new JsonObject
    {
        ["ID"] = 7001, ["SiteID"] = 1010, ["InitialPaymentID"] = PaymentId, ["Created"] = "20250116093000", ["MerchantTransactionID"] = "old-1-r", ["Amount"] = 500, ["Currency"] = "EUR", ["Status"] = Status(2),
    });

    /// <summary>A payout of 10 euros that was made.</summary>
    public static JsonObject Payout(params ReadOnlySpan<(string Field, JsonNode? Value)> changes) => Line("Payout", changes, new JsonObject
    {
        ["ID"] = 9001, ["SiteID"] = 1010, ["Created"] = "20250117093000", ["MerchantTransactionID"] = "old-p", ["Amount"] = 1000, ["Currency"] = "EUR", ["Status"] = Status(2),
    });

    public static JsonObject Status(int id) => new() { ["ID"] = id };

    public Task<Ended> ImportAsync(params JsonObject[] lines) => ImportAsync([.. lines.Select(l => l.ToJsonString())]);

    public async Task<Ended> ImportAsync(params string[] lines)
    {
        await File.WriteAllLinesAsync(_file, lines);
        return await RunAsync("import", _file);
    }

    public async Task<Ended> ImportAsync(byte[] bytes)
    {
        await File.WriteAllBytesAsync(_file, bytes);
        return await RunAsync("import", _file);
    }

    public Task<Ended> VerifyAsync() => RunAsync("verify");

    /// <summary>The only number with which the archive answers.</summary>
    public long Ask(string sql)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(Path.Combine(Checkout.Directory, "checkout.db"), out var db, raw.SQLITE_OPEN_READWRITE, null));
        using (db)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(db, sql, out var statement));
            using (statement)
            {
                Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(statement));
                return raw.sqlite3_column_int64(statement, 0);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Checkout.DisposeAsync();
        File.Delete(_file);
    }

    private Task<Ended> RunAsync(params string[] words) => CheckoutProgram.RunAsync([.. words, "--environment", "Development", $"--DataDirectory={Checkout.Directory}"]);

    private static JsonObject Line(string kind, ReadOnlySpan<(string Field, JsonNode? Value)> changes, JsonObject resource)
    {
        foreach (var (field, value) in changes) resource[field] = value;
        return new JsonObject { [kind] = resource };
    }
}
