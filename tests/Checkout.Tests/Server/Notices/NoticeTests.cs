using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;

namespace Checkout.Tests.Server.Notices;

/// <summary>What the shop's server is told, when, and how often (spec §19, PAY-15).</summary>
public sealed class NoticeTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private static int _lastSite = 7100;

    private readonly Shopper _shopper = new(server.Checkout);
    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private ReceivingShop _shop = null!;
    private string _credentials = "";

    public async Task InitializeAsync()
    {
        _shop = await ReceivingShop.OpenAsync();
        _credentials = await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { NotificationUrl = _shop.Url });
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_notice_is_the_answer_of_the_API_with_the_shops_key_as_proof()
    {
        var payment = await SendAsync(Orders.Direct(Orders.NewReference()).With("Capture", true).With("Customer.Email", "ana@shop.example").With("GenerateCreditCardToken", true));
        var notice = (await _shop.HearsAsync((string)payment["MerchantTransactionID"]!))[0];

        Assert.Equal(("POST", "/hear", "application/json; charset=utf-8"), (notice.Method, notice.Path, notice.ContentType));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(_credentials)), notice.Authorization);
        Assert.Equal(payment.ToJsonString(), notice.Json["Payment"]!.ToJsonString());
        Assert.StartsWith("""{"Payment":{"ID":""", notice.Body, StringComparison.Ordinal);
        Assert.Equal(6, (int)notice.Json["Payment"]!["MethodID"]!);
    }

    [Fact]
    public async Task The_acknowledged_notice_sets_its_time()
    {
        var payment = await SendAsync(Orders.Direct(Orders.NewReference()).With("Capture", true));
        Assert.Null(payment["NotificationDateTime"]);
        var read = await RunningCheckout.EventuallyAsync(() => ReadAsync(payment), p => p["NotificationDateTime"] is not null);
        Assert.Matches("^20[0-9]{12}$", (string)read["NotificationDateTime"]!);
        Assert.Single(_shop.About((string)payment["MerchantTransactionID"]!));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Any_other_answer_is_none_and_the_notice_comes_again(int status)
    {
        _shop.Answers = notice => Task.FromResult(_shop.About(notice.Reference).Count < 3 ? status : 204);
        var payment = await SendAsync(Orders.Direct(Orders.NewReference()).With("Capture", true));
        var reference = (string)payment["MerchantTransactionID"]!;
        await server.Checkout.TriedAsync(_site, (long)payment["ID"]!, 1);
        await IsNotToldAsync(payment);

        // One minute and two, each with up to a fifth on top.
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(73));
        await server.Checkout.TriedAsync(_site, (long)payment["ID"]!, 2);
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(145));
        var heard = await _shop.HearsAsync(reference, 3);
        Assert.Single(heard.Select(n => n.Body).Distinct());
        await RunningCheckout.EventuallyAsync(() => ReadAsync(payment), p => p["NotificationDateTime"] is not null);
    }

    [Fact]
    public async Task A_notice_that_comes_again_comes_not_too_soon_and_tells_the_present_state()
    {
        _shop.Answers = _ => Task.FromResult(500);
        var payment = await SendAsync(Orders.Direct(Orders.NewReference()).With("Capture", true));
        var reference = (string)payment["MerchantTransactionID"]!;
        await server.Checkout.TriedAsync(_site, (long)payment["ID"]!, 1);
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(50));
        await OthersAreToldAsync();
        Assert.Single(_shop.About(reference));

        await server.Checkout.SendAsync(HttpMethod.Post, $"/v1/payments/{payment["ID"]}/refunds", Orders.Refund(Orders.NewReference("refund"), 2599).ToJsonString(), _credentials);
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(25));
        Assert.Equal([11, 22], (await _shop.HearsAsync(reference, 2)).Select(n => n.StatusId));
    }

    [Fact]
    public async Task The_notices_of_one_payment_keep_their_order()
    {
        var isDeaf = true;
        _shop.Answers = _ => Task.FromResult(Volatile.Read(ref isDeaf) ? 500 : 204);
        var payment = await SendAsync(Orders.Direct(Orders.NewReference()).With("Capture", true));
        var (reference, refund) = ((string)payment["MerchantTransactionID"]!, Orders.NewReference("refund"));
        await server.Checkout.TriedAsync(_site, (long)payment["ID"]!, 1);
        await server.Checkout.SendAsync(HttpMethod.Post, $"/v1/payments/{payment["ID"]}/refunds", Orders.Refund(refund, 100).ToJsonString(), _credentials);
        await server.Checkout.TriedAsync(_site, (long)payment["ID"]!, 2);
        await OthersAreToldAsync();

        // The refund was made, but what came before it was not heard yet.
        Assert.Empty(_shop.About(refund));
        Volatile.Write(ref isDeaf, false);
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(150));
        await _shop.HearsAsync(refund);
        await _shop.HearsAsync(reference, 4);
        Assert.Equal(["Payment", "Payment", "Payment", "Payment", "Refund"], _shop.Heard.Where(n => n.Reference == reference || n.Reference == refund).Select(n => n.Kind).Order());
        Assert.Equal(reference, _shop.Heard[1].Reference);
    }

    [Fact]
    public async Task A_refund_has_a_notice_of_its_own()
    {
        var payment = await SendAsync(Orders.Direct(Orders.NewReference()).With("Capture", true));
        var reference = Orders.NewReference("refund");
        await server.Checkout.SendAsync(HttpMethod.Post, $"/v1/payments/{payment["ID"]}/refunds", Orders.Refund(reference, 100).ToJsonString(), _credentials);
        var notice = (await _shop.HearsAsync(reference))[0];
        var read = await server.Checkout.SendAsync(HttpMethod.Get, $"/v1/payments/{payment["ID"]}/refunds/{notice.Json["Refund"]!["ID"]}", credentials: _credentials);
        Assert.Equal((read.Body, "Refund", 2), (notice.Body, notice.Kind, notice.StatusId));
    }

    [Fact]
    public async Task What_shoppers_do_is_told_and_what_the_answer_said_already_is_not()
    {
        var paid = await OrderAsync(page => _shopper.PayAsync(page));
        Assert.Equal(9, (await _shop.HearsAsync(paid))[0].StatusId);

        var left = await OrderAsync(page => _shopper.PressAsync(page, "cancel"));
        var notice = (await _shop.HearsAsync(left))[0];
        Assert.Equal((3, 119), (notice.StatusId, (int)notice.Json["Payment"]!["Status"]!["Reasons"]![0]!["Code"]!));

        var lapsed = await OrderAsync(Task.FromResult);
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(11));
        notice = (await _shop.HearsAsync(lapsed))[0];
        Assert.Equal((5, 104), (notice.StatusId, (int)notice.Json["Payment"]!["Status"]!["Reasons"]![0]!["Code"]!));

        var told = (string)(await SendAsync(Orders.Direct(Orders.NewReference())))["MerchantTransactionID"]!;
        await OthersAreToldAsync();
        Assert.Empty(_shop.About(told));
    }

    [Fact]
    public async Task A_shop_that_is_deaf_for_a_week_is_left_alone()
    {
        _shop.Answers = _ => Task.FromResult(500);
        var payment = await SendAsync(Orders.Direct(Orders.NewReference()).With("Capture", true));
        var reference = (string)payment["MerchantTransactionID"]!;
        await _shop.HearsAsync(reference);
        await server.Checkout.AdvanceAsync(TimeSpan.FromDays(7));
        await _shop.HearsAsync(reference, 2);
        await OthersAreToldAsync();
        await server.Checkout.AdvanceAsync(TimeSpan.FromDays(2));
        await OthersAreToldAsync();
        Assert.Equal(2, _shop.About(reference).Count);
        await IsNotToldAsync(payment);
    }

    [Fact]
    public async Task Where_nobody_is_to_be_told_nothing_counts_as_told()
    {
        await server.Checkout.ChangeAsync(_site, settings => settings with { NotificationUrl = null });
        var payment = await SendAsync(Orders.Direct(Orders.NewReference()).With("Capture", true));
        await OthersAreToldAsync();
        await IsNotToldAsync(payment);
    }

    [Fact]
    public async Task A_shop_that_takes_its_time_delays_nobody_else()
    {
        var (made, hangs) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        _shop.Answers = _ => made.Task.IsCompleted ? hangs.Task : made.Task;
        var references = Enumerable.Range(0, 300).Select(_ => Orders.NewReference()).ToArray();
        await Parallel.ForEachAsync(references, async (reference, _) => await SendAsync(Orders.Direct(reference).With("Capture", true)));
        // What went out while there was little to tell is answered; of all the rest two are told at a time.
        var early = _shop.Heard.Count;
        made.SetResult(204);
        await RunningCheckout.EventuallyAsync(() => Task.FromResult(_shop.Heard.Count), count => count == early + 2);
        await OthersAreToldAsync();
        Assert.Equal(early + 2, _shop.Heard.Count);

        hangs.SetResult(204);
        await RunningCheckout.EventuallyAsync(() => Task.FromResult(_shop.Heard.Select(n => n.Reference).Distinct().Count()), count => count == references.Length);
    }

    [Fact]
    public async Task What_was_not_heard_before_a_restart_is_told_after_it()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        var references = Enumerable.Range(0, 10).Select(_ => Orders.NewReference()).ToArray();
        _shop.Answers = _ => Task.FromResult(503);
        await using (var before = await RunningCheckout.StartAsync(directory: directory))
        {
            var credentials = await before.AddMerchantAsync(_site, new MerchantSettings { NotificationUrl = _shop.Url });
            foreach (var reference in references) await before.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(reference).With("Capture", true).ToJsonString(), credentials);
            await _shop.HearsAsync(references[0]);
        }

        _shop.Answers = _ => Task.FromResult(204);
        await using (var after = await RunningCheckout.StartAsync(directory: directory))
        {
            await after.AdvanceAsync(TimeSpan.FromSeconds(75));
            await RunningCheckout.EventuallyAsync(
                async () => (await after.SendAsync(HttpMethod.Get, "/v1/payments", credentials: _credentials)).Json!["Payments"]!.AsArray().Count(p => p!["NotificationDateTime"] is not null),
                told => told == references.Length);
        }

        Assert.All(references, reference => Assert.NotEmpty(_shop.About(reference)));
        Directory.Delete(directory, recursive: true);
    }

    private async Task<JsonNode> SendAsync(JsonObject order) =>
        (await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), _credentials)).Payment;

    private async Task<JsonNode> ReadAsync(JsonNode payment) =>
        (await server.Checkout.SendAsync(HttpMethod.Get, $"/v1/payments/{payment["ID"]}", credentials: _credentials)).Payment;

    private async Task<string> OrderAsync(Func<ShownPage, Task<ShownPage>> then)
    {
        var reference = Orders.NewReference();
        await then(await _shopper.OrderAsync(Orders.Hosted(reference), _credentials));
        return reference;
    }

    private async Task IsNotToldAsync(JsonNode payment) => Assert.Null((await ReadAsync(payment))["NotificationDateTime"]);

    /// <summary>A later notice of another merchant has come through: whatever else was due by now was sent before.</summary>
    private async Task OthersAreToldAsync()
    {
        await using var other = await ReceivingShop.OpenAsync();
        var credentials = await server.Checkout.AddMerchantAsync(Interlocked.Increment(ref _lastSite), new MerchantSettings { NotificationUrl = other.Url });
        foreach (var reference in new[] { Orders.NewReference(), Orders.NewReference() })
        {
            await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(reference).With("Capture", true).ToJsonString(), credentials);
            await other.HearsAsync(reference);
        }
    }
}
