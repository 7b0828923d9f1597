using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Tests.Server.Notices;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Invoices that a merchant looks at before anybody can pay them (<c>spec/cardgate.md</c> §5, §7.2, §19).</summary>
public sealed class ModerationTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private static int _lastSite = 8000;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);
    private ReceivingShop _ear = null!;
    private string _credentials = "";

    private string Key => $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}";

    public async Task InitializeAsync()
    {
        _ear = await ReceivingShop.OpenAsync();
        _ear.Answers = _ => Task.FromResult(200);
        _credentials = await server.Checkout.AddMerchantAsync(_site, new MerchantSettings
        {
            ModeratesInvoices = true, CallbackUrl = _ear.Url, Cardgate = [new CardgateAccount(Merchants.CardgateAccountOf(_site), H2H: true, Instant: true)],
        });
    }

    public async Task DisposeAsync() => await _ear.DisposeAsync();

    [Fact]
    public async Task A_held_invoice_asks_for_no_card_and_takes_no_sale()
    {
        var created = await CreateAsync("held-1");
        Assert.Equal((201, "process_pending", "ok", true), ((int)created.Status, Status(created), (string?)Attributes(created)["resolution"], IsHeld(created)));

        var page = await OpenPageAsync(created, _shopper);
        Assert.Equal((HttpStatusCode.OK, "Blocked", false, false), (page.Status, page.Element("waiting").GetAttribute("data-state"), page.Has("card-number"), page.Has("pay")));
        Assert.Contains("You have not been charged", page.Text, StringComparison.Ordinal);
        Assert.Equal("https://shop.example/wait", page.Back);
        // A card that is posted all the same comes to nothing, and neither does one from the merchant's server.
        var posted = await _shopper.PostAsync(page.Action("cancel"), page.Hidden("cancel").Concat(Shopper.Typed(Approved)));
        Assert.Equal("Blocked", (await _shopper.FollowAsync(posted)).Element("waiting").GetAttribute("data-state"));
        var sale = await _shop.SellAsync(created, Card(Approved));
        Assert.Equal(["409 conflict"], Faults(sale));
        Assert.Contains("held for review", (string?)sale.Json!["errors"]![0]!["detail"], StringComparison.Ordinal);

        Assert.Equal(("process_pending", true), (Status(await ReadAsync(created)), IsHeld(await ReadAsync(created))));
        Assert.Empty(await server.Checkout.LedgerAsync("held-1", _credentials));
    }

    [Fact]
    public async Task An_accepted_invoice_is_paid_on_its_page()
    {
        var created = await CreateAsync("accept-1");
        var waiting = await OpenPageAsync(created, _shopper);
        // One callback may tell two changes, so each is heard before the next.
        await _ear.HearsAsync("accept-1");
        var accepted = await WordAsync(created, "accept");
        await _ear.HearsAsync("accept-1", 2);
        Assert.Equal((200, "process_pending", false), ((int)accepted.Status, Status(accepted), IsHeld(accepted)));
        Assert.True((long)Attributes(accepted)["updated"]! > (long)Attributes(created)["updated"]!);

        // The page that was left open goes on by itself.
        var form = await _shopper.OpenAsync(waiting.Address);
        Assert.True(form.Has("card-number"));
        Assert.Equal("https://shop.example/ok", (await _shopper.PayAsync(form, Approved)).GoesTo);
        Assert.Equal("processed", Status(await ReadAsync(created)));
        Assert.Equal(["authorise", "capture"], (await server.Checkout.LedgerAsync("accept-1", _credentials)).Select(line => line.Kind));

        var told = await _ear.HearsAsync("accept-1", 3);
        Assert.Equal([("process_pending", true), ("process_pending", false), ("processed", false)], told.Select(n => ((string)n.Invoice!["status"]!, (bool)n.Invoice["moderation_required"]!)));
        Assert.Equal(["409 conflict"], Faults(await WordAsync(created, "accept")));
        Assert.Equal(["409 conflict"], Faults(await WordAsync(created, "reject")));
    }

    [Fact]
    public async Task An_accepted_invoice_takes_its_sale()
    {
        var created = await CreateAsync("sale-1");
        await WordAsync(created, "accept", "/api/payment-invoices/");
        Assert.Equal("processed", (string?)(await _shop.SellAsync(created, Card(Approved))).Json!["status"]);
    }

    [Fact]
    public async Task An_instant_invoice_is_held_as_well()
    {
        var kept = await _shop.CreateAsync(Tokenized("moderated-7"), Key);
        await WordAsync(kept, "accept");
        await _shop.SellAsync(kept, Card(Approved));
        var token = (string)Attributes(await ReadAsync(kept))["payload"]!["token"]!;

        var instant = await _shop.CreateAsync(CardgateShop.Instant(token, "moderated-7"), Key);
        Assert.Equal(["409 conflict"], Faults(await _shop.SellAsync(instant, new JsonObject())));
        await WordAsync(instant, "accept");
        Assert.Equal("processed", (string?)(await _shop.SellAsync(instant, new JsonObject())).Json!["status"]);
    }

    [Fact]
    public async Task A_rejected_invoice_is_terminated_and_was_never_charged()
    {
        var created = await CreateAsync("reject-1");
        var waiting = await OpenPageAsync(created, _shopper);
        await _ear.HearsAsync("reject-1");
        var rejected = await WordAsync(created, "reject");
        Assert.Equal((200, "terminated", "antifraud_error", false), ((int)rejected.Status, Status(rejected), (string?)Attributes(rejected)["resolution"], IsHeld(rejected)));
        Assert.Equal("The payment was rejected in review", (string?)Attributes(rejected)["resolution_message"]);

        var over = await _shopper.OpenAsync(waiting.Address);
        Assert.Equal(("https://shop.example/no", false, false), (over.GoesTo, over.Has("card-number"), over.Has("waiting")));
        Assert.Contains("You have not been charged", over.Text, StringComparison.Ordinal);
        var told = await _ear.HearsAsync("reject-1", 2);
        Assert.Equal(["process_pending", "terminated"], told.Select(n => (string)n.Invoice!["status"]!));

        Assert.Equal(["409 conflict"], Faults(await WordAsync(created, "accept")));
        Assert.Equal(["409 conflict"], Faults(await _shop.SellAsync(created, Card(Approved))));
        Assert.Empty(await server.Checkout.LedgerAsync("reject-1", _credentials));
    }

    [Fact]
    public async Task The_shopper_may_leave_while_it_is_held()
    {
        var created = await CreateAsync("leave-1");
        var after = await _shopper.PressAsync(await OpenPageAsync(created, _shopper), "cancel");
        Assert.Equal("https://shop.example/no", after.GoesTo);
        Assert.Equal(("terminated", "general_decline"), (Status(await ReadAsync(created)), (string?)Attributes(await ReadAsync(created))["resolution"]));
        Assert.Equal(["409 conflict"], Faults(await WordAsync(created, "accept")));
    }

    [Fact]
    public async Task It_expires_while_nobody_says_a_word()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        await checkout.AddMerchantAsync(_site, new MerchantSettings { ModeratesInvoices = true, InvoiceMinutes = 5 });
        var (shop, shopper) = (new CardgateShop(checkout), new Shopper(checkout));
        var created = await shop.CreateAsync(Invoice(), Key);
        await checkout.AdvanceAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(["409 conflict"], Faults(await shop.PostAsync($"/payment-invoices/{Id(created)}/accept", new JsonObject(), Key)));
        var read = await shop.GetAsync("/payment-invoices/" + Id(created), Key);
        Assert.Equal(("expired", "transaction_expired", false), (Status(read), (string?)Attributes(read)["resolution"], IsHeld(read)));
        Assert.False((await OpenPageAsync(created, shopper)).Has("waiting"));
    }

    [Fact]
    public async Task What_strangers_make_is_held_too()
    {
        var page = new PublicShop(server.Checkout, $"pk_test_{_site}");
        var made = await page.CreateAsync(page.Order());
        Assert.True((await _shopper.OpenAsync((string)Attributes(made)["hpp_url"]!)).Has("waiting"));
        Assert.True(IsHeld(await ReadAsync(made)));

        var link = page.Link(("reference_id", "linked"));
        Assert.True((await _shopper.OpenAsync(link)).Has("waiting"));
        var invoice = await _shop.GetAsync("/payment-invoices?filter[reference_id]=linked", Key);
        await _shop.PostAsync($"/payment-invoices/{invoice.Json!["data"]![0]!["id"]}/accept", new JsonObject(), Key);
        Assert.True((await _shopper.OpenAsync(link)).Has("card-number"));
    }

    [Fact]
    public async Task A_card_check_is_an_invoice_as_well()
    {
        var order = Invoice(amount: 0m).And("flow", "verify").And("customer", new JsonObject { ["reference_id"] = "checked-7" });
        var created = await _shop.CreateAsync(order, Key);
        Assert.True((await OpenPageAsync(created, _shopper)).Has("waiting"));
        Assert.Equal("process_pending", Status(await WordAsync(created, "accept")));
        await _shopper.PayAsync(await OpenPageAsync(created, _shopper), Approved);
        Assert.Equal("verified", Status(await ReadAsync(created)));
        Assert.Equal(["409 conflict"], Faults(await WordAsync(created, "reject")));
    }

    [Fact]
    public async Task The_other_dialects_are_not_moderated_and_without_the_setting_nothing_is()
    {
        Assert.Equal(9, (await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(Orders.NewReference()).ToJsonString(), _credentials)).StatusId);
        var plain = await _shop.CreateAsync(Invoice());
        Assert.False(IsHeld(plain));
        Assert.Equal(["409 conflict"], Faults(await _shop.PostAsync($"/payment-invoices/{Id(plain)}/accept", new JsonObject())));
        Assert.Equal(["409 conflict"], Faults(await _shop.PostAsync($"/payment-invoices/{Id(plain)}/reject", new JsonObject())));
        Assert.True((await OpenPageAsync(plain, _shopper)).Has("card-number"));
    }

    [Fact]
    public async Task Nobody_but_its_merchant_has_a_word()
    {
        var created = await CreateAsync("others-1");
        foreach (var word in new[] { "accept", "reject" })
        {
            var path = $"/payment-invoices/{Id(created)}/{word}";
            Assert.Equal(["404 not_found"], Faults(await _shop.PostAsync(path, new JsonObject())));
            Assert.Equal(["401 unauthorized"], Faults(await _shop.PostAsync(path, new JsonObject(), "coma_0000000000000000:nobody")));
            Assert.Equal(["404 not_found"], Faults(await _shop.PostAsync("/payment-invoices/cpi_0000000000000000/" + word, new JsonObject(), Key)));
        }

        Assert.True(IsHeld(await ReadAsync(created)));
    }

    [Theory]
    [InlineData("accept", "processed", "ok")]
    [InlineData("reject", "terminated", "antifraud_error")]
    public async Task The_same_words_decide_on_what_a_fraud_check_holds(string word, string status, string resolution)
    {
        var order = Invoice().And("customer", new JsonObject { ["email"] = "challenge@challenge.com" });
        var created = await _shop.CreateAsync(order, H2H);
        Assert.Equal("process_pending", (string?)(await _shop.SellAsync(created, Card(Approved))).Json!["status"]);
        Assert.True(IsHeld(await _shop.GetAsync("/payment-invoices/" + Id(created))));

        var decided = await _shop.PostAsync($"/payment-invoices/{Id(created)}/{word}", new JsonObject());
        Assert.Equal((200, status, resolution, false), ((int)decided.Status, Status(decided), (string?)Attributes(decided)["resolution"], IsHeld(decided)));
        Assert.Equal(["409 conflict"], Faults(await _shop.PostAsync($"/payment-invoices/{Id(created)}/{word}", new JsonObject())));
    }

    private static string Status(Answer invoice) => (string)Attributes(invoice)["status"]!;

    private static bool IsHeld(Answer invoice) => (bool)Attributes(invoice)["moderation_required"]!;

    private Task<Answer> CreateAsync(string reference) => _shop.CreateAsync(
        Invoice(reference).And("return_urls", new JsonObject { ["success"] = "https://shop.example/ok", ["pending"] = "https://shop.example/wait", ["fail"] = "https://shop.example/no" }), Key);

    private Task<Answer> ReadAsync(Answer invoice) => _shop.GetAsync("/payment-invoices/" + Id(invoice), Key);

    private Task<Answer> WordAsync(Answer invoice, string word, string place = "/payment-invoices/") => _shop.SendAsync(HttpMethod.Post, $"{place}{Id(invoice)}/{word}", null, Key);
}
