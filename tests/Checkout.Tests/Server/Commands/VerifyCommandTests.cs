using Checkout.Tests.Server.Cardgate;
using SQLitePCL;

namespace Checkout.Tests.Server.Commands;

/// <summary>The books of a server are looked through by an operator: beside it while it works, and in a copy that was damaged.</summary>
public sealed class VerifyCommandTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task Everything_holds_beside_a_server_at_work_and_damage_is_named_by_its_payment()
    {
        var paid = await WorkAsync();
        var sound = await VerifyAsync(server.Checkout.Directory);
        Assert.True((sound.Code, sound.Complained) == (0, ""), sound.ToString());
        Assert.Matches(@"^Checking [1-9]\d* payments, [1-9]\d* attempts, 1 refunds, \d+ payouts, \d+ events, [1-9]\d* saved cards, \d+ notices, \d+ kept answers\.", sound.Said);
        Assert.Contains("I9  Its history has no gaps, only legal moves, and leads to where it stands: holds", sound.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", sound.Said, StringComparison.Ordinal);

        var copy = Directory.CreateTempSubdirectory("checkout-").FullName;
        // A notice that still waits would tell of the change whose event is taken away, and be found too.
        Plant(copy, $"DELETE FROM notice WHERE payment = {paid}; UPDATE payment SET refunded = refunded - 1 WHERE number = {paid}; DELETE FROM payment_event WHERE payment = {paid} AND version = 2");
        var damaged = await VerifyAsync(copy);
        Directory.Delete(copy, recursive: true);
        Assert.Equal((1, "2 violations were found; see above."), (damaged.Code, damaged.Complained.Trim()));
        Assert.Contains($"I1  merchant 1010 payment {paid}: broken: What is given back is the sum of its refunds", damaged.Said, StringComparison.Ordinal);
        Assert.Contains($"I9  merchant 1010 payment {paid}: broken: Its history has no gaps", damaged.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_archive_none_is_made()
    {
        var nowhere = Path.Combine(server.Checkout.Directory, "nowhere");
        Assert.Equal($"There is no archive in {nowhere}.", (await VerifyAsync(nowhere)).Complained.Trim());
        Assert.False(Directory.Exists(nowhere));
    }

    /// <returns>The number of a payment that was paid and partly refunded.</returns>
    private async Task<long> WorkAsync()
    {
        var (checkout, shopper) = (server.Checkout, new Shopper(server.Checkout));
        var paid = (long)(await checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("Capture", true).With("GenerateCreditCardToken", true))).Payment["ID"]!;
        await checkout.PostAsync($"/v1/payments/{paid}/refunds", Orders.Refund(Orders.NewReference(), 100));
        await checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference(), Orders.Declined), requestId: "verify-1");
        await checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference(), Orders.Unanswered), requestId: "verify-2");
        await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(Orders.NewReference())), Orders.Declined);
        await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(Orders.NewReference())), Orders.Challenged);
        await shopper.PressAsync(await shopper.OrderAsync(Orders.Hosted(Orders.NewReference())), "cancel");
        await new CardgateShop(checkout).TokenAsync();
        return paid;
    }

    private static Task<Ended> VerifyAsync(string directory) => CheckoutProgram.RunAsync("verify", "--environment", "Development", $"--DataDirectory={directory}");

    /// <summary>Copies the books in one moment, and damages the copy.</summary>
    private void Plant(string directory, string damage)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(Path.Combine(server.Checkout.Directory, "checkout.db"), out var source, raw.SQLITE_OPEN_READWRITE, null));
        using (source) Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(source, $"VACUUM INTO '{Path.Combine(directory, "checkout.db")}'"));
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(Path.Combine(directory, "checkout.db"), out var copy, raw.SQLITE_OPEN_READWRITE, null));
        using (copy) Assert.True(raw.sqlite3_exec(copy, damage) == raw.SQLITE_OK, raw.sqlite3_errmsg(copy).utf8_to_string());
    }
}
