using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The card page under the names that the Cardgate dialect gives a payment.</summary>
public sealed class PageAddressTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastShopper;

    private readonly Shopper _shopper = new(server.Checkout);
    private readonly string _customer = $"cardgate-shopper-{Interlocked.Increment(ref _lastShopper)}";

    /// <summary>Every form in which an invoice's own name opens the page.</summary>
    public static TheoryData<string> InvoiceForms => ["/hpp/{0}", "/hpp/{0}/", "/hpp/?cpi={0}", "/hpp?cpi={0}", "/redirect/hpp/?cpi={0}", "/redirect/hpp?cpi={0}"];

    [Fact]
    public async Task The_session_opens_the_card_page_whose_forms_post_to_the_link()
    {
        var invoice = await server.Checkout.OpenInvoiceAsync();
        var page = await _shopper.GetAsync($"/hpp/{invoice.Session}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Matches("^/pay/[0-9A-F]{32}$", page.Action("card"));

        var over = await _shopper.PayAsync(page);
        Assert.Equal((Orders.ReturnUrl, Orders.ReturnUrl), (over.GoesTo, over.Back));
        Assert.Equal(["authorise", "capture"], (await server.Checkout.LedgerAsync(invoice.Payment.Reference)).Select(l => l.Kind));
    }

    [Theory]
    [MemberData(nameof(InvoiceForms))]
    public async Task The_invoices_own_name_opens_the_page_in_every_form(string form)
    {
        var invoice = await server.Checkout.OpenInvoiceAsync();
        var page = await _shopper.OpenAsync(string.Format(null, form, invoice.Name));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(Orders.ReturnUrl, (await _shopper.PayAsync(page)).GoesTo);
    }

    [Theory]
    [MemberData(nameof(InvoiceForms))]
    public async Task Remembered_cards_are_listed_for_the_session_and_never_for_the_invoices_name(string form)
    {
        await RememberCardAsync();
        var invoice = await OpenAsync();
        Assert.True((await _shopper.GetAsync($"/hpp/{invoice.Session}")).Has("saved-card"));

        var page = await _shopper.OpenAsync(string.Format(null, form, invoice.Name));
        Assert.Equal((false, true), (page.Has("saved-card"), page.Has("card-number")));
        Assert.False((await _shopper.OpenAsync(page.Action("card"))).Has("saved-card"));
    }

    [Fact]
    public async Task A_remembered_card_pays_at_the_session_and_cannot_be_named_or_removed_at_the_invoice()
    {
        await RememberCardAsync();
        var invoice = await OpenAsync();
        var session = await _shopper.GetAsync($"/hpp/{invoice.Session}");
        var number = session.Element("saved-card").QuerySelector("input")!.GetAttribute("value")!;

        // The same version of the payment, so the nonce of either form fits both; only the link differs.
        var hidden = await _shopper.GetAsync($"/hpp/{invoice.Name}");
        Assert.NotEqual(session.Action("card"), hidden.Action("card"));
        Assert.False((await _shopper.GetAsync($"{hidden.Action("card")}?remove={number}")).Has("remove-card"));
        var refused = await _shopper.FollowAsync(await _shopper.PostAsync(hidden.Action("card"), session.Hidden("card").Concat([("saved-card", number), ("security-code", "123"), ("pay", "1")])));
        Assert.Equal((true, false), (refused.Has("declined"), refused.Has("saved-card")));
        Assert.Empty(await server.Checkout.LedgerAsync(invoice.Payment.Reference));

        session = await _shopper.GetAsync($"/hpp/{invoice.Session}");
        var paid = await _shopper.FollowAsync(await _shopper.PostAsync(session, "card", [("saved-card", number), ("security-code", "123"), ("pay", "1")]));
        Assert.Equal(Orders.ReturnUrl, paid.GoesTo);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_merchant_can_hide_remembered_cards_altogether(bool restricts, bool listed)
    {
        await RememberCardAsync();
        var attributes = CardgateShop.Invoice()
            .And("customer", new JsonObject { ["reference_id"] = _customer })
            .And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["restrict_saved_cards"] = restricts } });
        var invoice = CardgateShop.Attributes(await new CardgateShop(server.Checkout).CreateAsync(attributes));
        Assert.Equal(listed, (await _shopper.GetAsync((string)invoice["flow_data"]!["action"]!)).Has("saved-card"));
        Assert.False((await _shopper.GetAsync((string)invoice["hpp_url"]!)).Has("saved-card"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_card_that_the_merchant_named_is_shown_at_both(bool hides)
    {
        var card = await RememberCardAsync();
        foreach (var pick in new Func<Invoice, string>[] { i => i.Session, i => i.Name })
        {
            var invoice = await OpenAsync(order => order with { Details = new PaymentDetails { HidesSavedCards = hides } }, new CardMeans.Saved(card) { AskCode = true });
            var page = await _shopper.GetAsync($"/hpp/{pick(invoice)}");
            Assert.Equal((false, true), (page.Has("card-number"), page.Has("security-code")));
            var paid = await _shopper.FollowAsync(await _shopper.PostAsync(page, "card", [("security-code", "123"), ("pay", "1")]));
            Assert.Equal(Orders.ReturnUrl, paid.GoesTo);
        }
    }

    [Fact]
    public async Task Whoever_comes_back_from_the_bank_finds_no_card_that_was_hidden_before()
    {
        await RememberCardAsync();
        foreach (var (session, listed) in new[] { (true, true), (false, false) })
        {
            var invoice = await OpenAsync();
            var toBank = await _shopper.PayAsync(await _shopper.GetAsync($"/hpp/{(session ? invoice.Session : invoice.Name)}"), Orders.Challenged);
            var again = await _shopper.DecideAsync(toBank.GoesTo!, "refuse");
            Assert.True(again.Has("pay"), again.Text);
            Assert.Equal((session, listed), (session, again.Has("saved-card")));
        }
    }

    [Fact]
    public async Task What_is_posted_to_a_name_is_answered_with_the_page_of_the_same_name()
    {
        var invoice = await server.Checkout.OpenInvoiceAsync();
        foreach (var path in new[] { $"/hpp/{invoice.Session}", $"/hpp/{invoice.Name}", $"/hpp/?cpi={invoice.Name}", $"/redirect/hpp/?cpi={invoice.Name}", "/hpp/cgi_0123456789abcdef" })
        {
            var answer = await _shopper.PostAsync(path, Shopper.Typed());
            Assert.Equal((path, HttpStatusCode.SeeOther, path), (path, answer.Status, answer.Location));
        }

        Assert.Empty(await server.Checkout.LedgerAsync(invoice.Payment.Reference));
    }

    [Fact]
    public async Task What_names_no_invoice_gets_the_page_of_every_unknown_link()
    {
        var invoice = await server.Checkout.OpenInvoiceAsync();
        var other = "ref_" + invoice.Name[4..];
        await server.Checkout.Services.GetRequiredService<IPaymentStore>().CommitAsync([new Write.NewPublicId(other, 1010, invoice.Payment.Number)]);
        var unknown = await _shopper.GetAsync("/pay/0123456789ABCDEF0123456789ABCDEF");
        string[] paths =
        [
            "/hpp", "/hpp/", "/hpp?cpi=", "/redirect/hpp", "/hpp/x", $"/hpp/{other}", $"/hpp/?cpi={other}", $"/hpp/?cpi={invoice.Session}", "/hpp/cgi_0123456789abcdef",
            $"/hpp/{invoice.Session}x", $"/hpp/{invoice.Session[..^1]}", $"/hpp/{invoice.Session.ToUpperInvariant()}", $"/hpp/?cpi={invoice.Name}&cpi={invoice.Name}",
            $"/hpp/cgi_{invoice.Name[4..]}", "/hpp/cgi_%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80", $"/pay/{invoice.Session}", $"/hpp/x?cpi={invoice.Name}",
        ];
        foreach (var path in paths)
        {
            var page = await _shopper.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound, unknown.Answer.Body), (path, page.Status, page.Answer.Body));
        }
    }

    [Theory]
    [InlineData(Orders.Visa, "https://shop.example/ok?o=7#top")]
    [InlineData(Orders.Declined, "https://shop.example/no")]
    public async Task The_shopper_goes_back_by_outcome_and_nothing_is_added_to_the_address(string number, string expected)
    {
        var urls = new ReturnUrls("https://shop.example/ok?o=7#top", "https://shop.example/wait", "https://shop.example/no");
        var invoice = await server.Checkout.OpenInvoiceAsync(order => order with { Details = new PaymentDetails { ReturnUrls = urls } });
        var page = await _shopper.PayAsync(await _shopper.GetAsync($"/hpp/{invoice.Session}"), number);
        if (page.Has("cancel")) page = await _shopper.PressAsync(page, "cancel");
        Assert.Equal((expected, expected), (page.GoesTo, page.Back));

        var later = await _shopper.GetAsync($"/hpp/{invoice.Name}");
        Assert.Equal((expected, false), (later.Back, later.Has("pay")));
    }

    private Task<Invoice> OpenAsync(Func<PaymentOrder, PaymentOrder>? change = null, CardMeans? means = null) =>
        server.Checkout.OpenInvoiceAsync(order => (change?.Invoke(order) ?? order) with { Shopper = _customer }, means);

    /// <summary>The shopper has paid before and agreed that the card is kept.</summary>
    private async Task<SavedCard> RememberCardAsync()
    {
        var invoice = await OpenAsync();
        await _shopper.PayAsync(await _shopper.GetAsync($"/hpp/{invoice.Name}"), save: true);
        return Assert.Single(await server.Checkout.Services.GetRequiredService<ISavedCardStore>().OfShopperAsync(1010, _customer, isTest: true, tokenLimit: 0, 10));
    }
}
