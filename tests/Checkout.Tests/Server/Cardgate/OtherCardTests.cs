using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Web.Sandbox;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Another card in place of the one that an invoice names (<c>spec/cardgate.md</c> §9).</summary>
public sealed class OtherCardTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    public Task InitializeAsync() => AllowAsync(true);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task It_pays_and_the_invoice_shows_it_and_no_token()
    {
        var (invoice, given) = await OpenAsync();
        Assert.Equal((false, true, false), (given.Has("card-number"), given.Has("security-code"), given.Has("use-saved-card")));
        var whole = await OtherAsync(given);
        Assert.Equal((true, true, false, false), (whole.Has("card-number"), whole.Has("use-saved-card"), whole.Has("use-other-card"), whole.Has("save-card")));
        Assert.Equal(given.Document.Title, (await FollowAsync(whole, "use-saved-card")).Document.Title);

        await _shopper.PayAsync(whole);
        Assert.Equal(("processed", "1111", null), await PaidAsync(invoice));
        Assert.Equal(["authorise", "capture"], (await server.Checkout.LedgerAsync(Reference(invoice))).Select(l => l.Kind));
    }

    [Fact]
    public async Task It_is_kept_as_any_typed_card_and_has_a_token_of_its_own()
    {
        var token = await _shop.TokenAsync();
        var (invoice, given) = await OpenAsync(token, Options("tokenize"));
        await _shopper.PayAsync(await OtherAsync(given), save: true);
        var paid = await PaidAsync(invoice);
        Assert.Equal(("processed", "1111"), (paid.Status, paid.Last));
        Assert.NotNull(paid.Token);
        Assert.NotEqual(token, paid.Token);
    }

    [Fact]
    public async Task Declined_it_leaves_the_choice_and_the_given_card_pays_with_its_token()
    {
        var token = await _shop.TokenAsync();
        var (invoice, given) = await OpenAsync(token, Options("tokenize"));
        var declined = await _shopper.PayAsync(await OtherAsync(given), Orders.Declined, save: true);
        Assert.Equal((true, true, true), (declined.Has("declined"), declined.Has("card-number"), declined.Has("use-saved-card")));
        Assert.Equal(("process_pending", null, null), await PaidAsync(invoice));

        var again = await FollowAsync(declined, "use-saved-card");
        Assert.Equal((false, true), (again.Has("card-number"), again.Has("use-other-card")));
        await _shopper.FollowAsync(await _shopper.PostAsync(again, "card", [("security-code", "123"), ("pay", "1")]));
        Assert.Equal(("processed", "0000", token), await PaidAsync(invoice));
    }

    [Fact]
    public async Task At_the_bank_it_is_not_yet_the_one_that_was_kept()
    {
        var (invoice, given) = await OpenAsync(gateway: Options("tokenize"));
        var bank = await _shopper.PayAsync(await OtherAsync(given), Orders.Challenged, save: true);
        await _shopper.DecideAsync(bank.GoesTo!, "refuse");
        var page = await OpenPageAsync(invoice, _shopper);
        Assert.Equal((false, true), (page.Has("card-number"), page.Has("use-other-card")));
        Assert.Contains("0000", page.Text, StringComparison.Ordinal);
        Assert.Equal(("process_pending", null, null), await PaidAsync(invoice));
    }

    [Fact]
    public async Task After_it_was_declined_the_merchant_may_still_sell_with_the_card_it_named()
    {
        var (invoice, given) = await OpenAsync(credentials: H2H);
        await _shopper.PayAsync(await OtherAsync(given), Orders.Declined);
        Assert.Equal("processed", (string?)(await _shop.SellAsync(invoice, new JsonObject { ["cvv"] = "123" })).Json!["status"]);
        Assert.Equal("0000", (await PaidAsync(invoice)).Last);
    }

    [Fact]
    public async Task Where_the_account_forbids_it_there_is_no_way_to_it()
    {
        await AllowAsync(false);
        var (invoice, given) = await OpenAsync();
        Assert.False(given.Has("use-other-card"));
        foreach (var asked in new[] { "?card=new", "?fill=" + Approved })
        {
            var same = await _shopper.OpenAsync(given.Action("card") + asked);
            Assert.Equal((false, true), (same.Has("card-number"), same.Has("security-code")));
        }

        await IsRefusedAsync(given, Shopper.Typed());
        await IsRefusedAsync(given, [("security-code", "123"), ("other-card", "1"), ("pay", "1")]);
        Assert.Empty(await server.Checkout.LedgerAsync(Reference(invoice)));
    }

    [Fact]
    public async Task Forbidden_while_it_is_being_typed_it_charges_nothing()
    {
        var (invoice, given) = await OpenAsync();
        var whole = await OtherAsync(given);
        await AllowAsync(false);
        await IsRefusedAsync(whole, Shopper.Typed());
        Assert.Empty(await server.Checkout.LedgerAsync(Reference(invoice)));
    }

    [Fact]
    public async Task A_card_that_was_given_in_the_other_dialect_is_fixed()
    {
        var reference = Orders.NewReference();
        var given = await _shopper.OrderAsync(Orders.ByToken(reference, await _shop.TokenAsync()).With("CreditCardToken.RequireSecurityCode", true));
        Assert.False(given.Has("use-other-card") || (await _shopper.OpenAsync(given.Action("card") + "?card=new")).Has("card-number"));
        await IsRefusedAsync(given, Shopper.Typed());
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
    }

    private Task AllowAsync(bool allowed) => server.Checkout.ChangeAsync(SandboxMerchant.Site, s => s with { OtherCard = allowed });

    private async Task<(Answer Invoice, ShownPage Page)> OpenAsync(string? token = null, JsonObject? gateway = null, string? credentials = null)
    {
        var attributes = ByToken(token ?? await _shop.TokenAsync());
        var invoice = await _shop.CreateAsync(gateway is null ? attributes : attributes.And("gateway_options", gateway), credentials);
        return (invoice, await OpenPageAsync(invoice, _shopper));
    }

    private Task<ShownPage> OtherAsync(ShownPage given) => FollowAsync(given, "use-other-card");

    private Task<ShownPage> FollowAsync(ShownPage page, string link) => _shopper.OpenAsync(page.Element(link).GetAttribute("href")!);

    private async Task IsRefusedAsync(ShownPage page, (string Name, string Value)[] typed)
    {
        var answer = await _shopper.PostAsync(page, "card", typed);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var shown = await _shopper.FollowAsync(answer);
        Assert.Equal((false, true), (shown.Has("card-number"), shown.Has("security-code")));
    }

    private static string Reference(Answer invoice) => (string)Attributes(invoice)["reference_id"]!;

    private async Task<(string? Status, string? Last, string? Token)> PaidAsync(Answer invoice)
    {
        var attributes = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        var payload = attributes["payload"] as JsonObject;
        return ((string?)attributes["status"], (string?)payload?["payment_card"]?["last"], (string?)payload?["token"]);
    }
}
