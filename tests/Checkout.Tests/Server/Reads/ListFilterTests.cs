using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Tests.Server.Payouts;

namespace Checkout.Tests.Server.Reads;

/// <summary>What lists of the Smart2Pay dialect can be asked for (spec §9).</summary>
public sealed class ListFilterTests(ListedShop shop) : IClassFixture<ListedShop>
{
    [Theory]
    [InlineData("", "e d c b a")]
    [InlineData("currency=EUR", "d b a")]
    [InlineData("CURRENCY=usd", "c")]
    [InlineData("country=ro", "c a")]
    [InlineData("country=DE", "b")]
    [InlineData("country=FR", "")]
    [InlineData("minimumAmount=200&maximumAmount=300", "c b")]
    [InlineData("minimumAmount=301", "e d")]
    [InlineData("maximumamount=100", "a")]
    [InlineData("statusID=9", "a")]
    [InlineData("statusID=11", "c b")]
    [InlineData("statusID=4", "d")]
    [InlineData("statusID=1", "e")]
    [InlineData("statusID=6", "")]
    [InlineData("statusID=200", "")]
    [InlineData("methodTransactionID=none", "")]
    [InlineData("currency=EUR&statusID=11&country=de&limit=1", "b")]
    [InlineData("limit=2&currency=EUR", "d b")]
    [InlineData("currency=&country=&statusID=&limit=&offset=&startDate=&unknown=7", "e d c b a")]
    [InlineData("startDate=20000101000000&endDate=20000102000000", "")]
    [InlineData("startDate=20000101000000", "e d c b a")]
    [InlineData("endDate=20991231235959", "e d c b a")]
    public async Task Payments(string query, string expected) => Assert.Equal(expected, await shop.PaymentsAsync(query));

    [Fact]
    public async Task Both_ends_of_a_stretch_of_time_belong_to_it()
    {
        var created = (string)(await shop.ReadAsync("/v1/payments?" + "limit=1")).Json!["Payments"]![0]!["Created"]!;
        Assert.StartsWith("e", await shop.PaymentsAsync($"startDate={created}&endDate={created}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offset_is_the_number_a_list_starts_with()
    {
        var all = (await shop.ReadAsync("/v1/payments")).Json!["Payments"]!.AsArray();
        Assert.Equal("c b", await shop.PaymentsAsync($"limit=2&offset={all[2]!["ID"]}"));
        Assert.Equal("c b", await shop.PaymentsAsync($"statusID=11&offset={all[1]!["ID"]}"));
        Assert.Equal("c", await shop.PaymentsAsync($"merchantTransactionID={all[2]!["MerchantTransactionID"]}&statusID=11"));
        Assert.Equal("", await shop.PaymentsAsync($"merchantTransactionID={all[2]!["MerchantTransactionID"]}&statusID=9"));
    }

    [Theory]
    [InlineData("", "n m")]
    [InlineData("currency=eur", "m")]
    [InlineData("country=RO", "m")]
    [InlineData("statusID=2", "m")]
    [InlineData("statusID=4", "n")]
    [InlineData("statusID=9", "")]
    [InlineData("minimumAmount=600", "n")]
    [InlineData("maximumAmount=500", "m")]
    [InlineData("endDate=20000101000000", "")]
    [InlineData("methodTransactionID=none", "")]
    public async Task Payouts(string query, string expected) => Assert.Equal(expected, await shop.PayoutsAsync(query));

    [Fact]
    public async Task A_payout_is_found_by_the_acquirers_name_and_by_ours()
    {
        var first = (await shop.ReadAsync("/v1/payouts?statusID=2")).Json!["Payouts"]![0]!;
        Assert.Equal("m", await shop.PayoutsAsync($"methodTransactionID={first["MethodTransactionID"]}"));
        Assert.Equal("m", await shop.PayoutsAsync($"merchantTransactionID={first["MerchantTransactionID"]}&country=RO"));
        Assert.Equal("", await shop.PayoutsAsync($"merchantTransactionID={first["MerchantTransactionID"]}&statusID=4"));
    }

    [Theory]
    [InlineData("limit=0", 107)]
    [InlineData("limit=many", 107)]
    [InlineData("offset=-1", 106)]
    [InlineData("startDate=2026-01-01", 112)]
    [InlineData("endDate=20260230000000", 112)]
    [InlineData("country=Romania", 108)]
    [InlineData("country=XX", 108)]
    [InlineData("currency=EURO", 109)]
    [InlineData("currency=QQQ", 109)]
    [InlineData("minimumAmount=1.5", 111)]
    [InlineData("maximumAmount=-1", 111)]
    [InlineData("merchantTransactionID=a%20b", 110)]
    [InlineData("statusID=Captured", 2)]
    [InlineData("methodTransactionID=%01", 113)]
    public async Task A_bad_value_is_named_in_the_shape_of_one_resource(string query, int code)
    {
        foreach (var (path, root) in new[] { ("/v1/payments", "Payment"), ("/v1/payouts", "Payout") })
        {
            var refused = await shop.ReadAsync($"{path}?{query}");
            Assert.Equal((400, root, code), ((int)refused.Status, refused.Json!.AsObject().Single().Key, refused.Codes.Single()));
            Assert.Matches("^i[0-9]+$", (string)refused.Json![root]!["InvalidRequestID"]!);
        }

        var all = await shop.ReadAsync("/v1/payments?limit=x&offset=x&merchantTransactionID=%20&startDate=x&minimumAmount=x&currency=x&country=x");
        Assert.Equal([107, 106, 110, 112, 111, 109, 108], all.Codes);
    }
}

/// <summary>A merchant with five payments and two payouts, each called by the first letter of its reference.</summary>
public sealed class ListedShop : SandboxServer, IAsyncLifetime
{
    private string _credentials = "";

    public new async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _credentials = await Checkout.AddMerchantAsync(7081, new MerchantSettings { Payouts = true });
        await PostAsync("/v1/payments", Orders.Direct(Orders.NewReference("a"), amount: 100).With("BillingAddress.Country", "RO"));
        await PostAsync("/v1/payments", Orders.Direct(Orders.NewReference("b"), amount: 200).With("Capture", true).With("BillingAddress.Country", "de"));
        await PostAsync("/v1/payments", Orders.Direct(Orders.NewReference("c"), amount: 300, currency: "USD").With("Capture", true).With("BillingAddress.Country", "RO"));
        await PostAsync("/v1/payments", Orders.Direct(Orders.NewReference("d"), Orders.Declined, amount: 400));
        await PostAsync("/v1/payments", Orders.Hosted(Orders.NewReference("e"), amount: 500, currency: "GBP"));
        var paid = PayoutShop.Order(Orders.NewReference("m"));
        paid["Payout"]!["BillingAddress"] = new JsonObject { ["Country"] = "RO" };
        await PostAsync("/v1/payouts", paid);
        var refused = PayoutShop.Order(Orders.NewReference("n"), Orders.Declined, 600);
        refused["Payout"]!["Currency"] = "USD";
        await PostAsync("/v1/payouts", refused);
    }

    public Task<Answer> ReadAsync(string path) => Checkout.SendAsync(HttpMethod.Get, path, credentials: _credentials);

    public Task<string> PaymentsAsync(string query) => LettersAsync("/v1/payments?" + query, "Payments");

    public Task<string> PayoutsAsync(string query) => LettersAsync("/v1/payouts?" + query, "Payouts");

    private async Task PostAsync(string path, JsonObject order)
    {
        var made = await Checkout.SendAsync(HttpMethod.Post, path, order.ToJsonString(), _credentials);
        Assert.NotNull(made.Json!.AsObject().First().Value!["ID"]);
    }

    private async Task<string> LettersAsync(string path, string root)
    {
        var answer = await ReadAsync(path);
        Assert.Equal(200, (int)answer.Status);
        return string.Join(' ', answer.Json![root]!.AsArray().Select(p => ((string)p!["MerchantTransactionID"]!)[..1]));
    }
}
