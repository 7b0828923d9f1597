using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Checkout.Tests.Server.Pages;

/// <summary>The faces of the card form, by the ids, names and autocomplete tokens that password managers and other people's tests rely on.</summary>
public sealed class CardFormTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static readonly string[] CardFields = ["card-number", "card-expiry", "card-holder", "security-code"];

    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task A_new_card_is_asked_for_with_the_names_the_world_knows()
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()).With("Description", "Two <b>cups</b>"));
        Assert.Equal(["cc-number", "cc-exp", "cc-name", "cc-csc"], CardFields.Select(f => page.Element(f).GetAttribute("autocomplete")));
        Assert.Equal(["numeric", "numeric", null, "numeric"], CardFields.Select(f => page.Element(f).GetAttribute("inputmode")));
        foreach (var field in CardFields)
        {
            Assert.Equal((field, "text"), (page.Element(field).GetAttribute("name"), page.Element(field).GetAttribute("type")));
            Assert.Single(page.Document.QuerySelectorAll($"label[for={field}]"));
            Assert.Equal("", page.Value(field) ?? "");
        }

        IsOneForm(page);
        Assert.True(page.Has("cancel") && page.Has("language"));
        Assert.False(page.Has("save-card") || page.Has("saved-card") || page.Has("error-summary"));
        Assert.Contains("Two <b>cups</b>", page.Text, StringComparison.Ordinal);
        Assert.Contains("25.99", page.Element("pay").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_is_a_box_nobody_ticked()
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()).With("GenerateCreditCardToken", true));
        Assert.Equal(("checkbox", null), (page.Element("save-card").GetAttribute("type"), page.Element("save-card").GetAttribute("checked")));
    }

    [Fact]
    public async Task An_unticked_box_keeps_no_card_and_a_ticked_one_does()
    {
        foreach (var ticked in new[] { false, true })
        {
            var (reference, shopper) = (Orders.NewReference(), Orders.NewReference("shopper"));
            JsonObject Order(string name) => Orders.Hosted(name).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", shopper);
            await _shopper.PayAsync(await _shopper.OrderAsync(Order(reference)), save: ticked);
            var payment = (await server.Checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!;
            Assert.Equal(ticked, payment["CreditCardToken"] is not null);
            Assert.Equal(ticked, (await _shopper.OrderAsync(Order(Orders.NewReference()))).Has("saved-card"));
        }
    }

    [Fact]
    public async Task Where_the_shop_attests_consent_a_sentence_stands_for_the_box()
    {
        var credentials = await server.Checkout.AddMerchantAsync(7200, new() { AttestsConsent = true });
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference).With("GenerateCreditCardToken", true), credentials);
        Assert.False(page.Has("save-card"));
        Assert.Single(page.Document.QuerySelectorAll("p.consent"));
        await _shopper.PayAsync(page);
        var payment = (await server.Checkout.SendAsync(HttpMethod.Get, $"/v1/payments?merchantTransactionID={reference}", credentials: credentials)).Json!["Payments"]![0]!;
        Assert.Matches("^[0-9A-F]{32}$", (string)payment["CreditCardToken"]!["Value"]!);
    }

    [Theory]
    [InlineData("Card")]
    [InlineData("CreditCardToken")]
    public async Task Where_only_the_code_is_missing_only_the_code_is_asked_for(string means)
    {
        var reference = Orders.NewReference();
        var order = means == "Card"
            ? Orders.Direct(reference).With("Card.SecurityCode", null)
            : Orders.ByToken(reference, await NewTokenAsync()).With("CreditCardToken.RequireSecurityCode", true);
        var page = await _shopper.OrderAsync(order);
        IsOneForm(page);
        Assert.False(page.Has("card-number") || page.Has("card-expiry") || page.Has("card-holder") || page.Has("saved-card") || page.Has("use-other-card"));
        Assert.Contains("1111", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Orders.Visa, page.Answer.Body, StringComparison.Ordinal);

        var over = await _shopper.FollowAsync(await _shopper.PostAsync(page, "card", [("security-code", "312"), ("pay", "1")]));
        Assert.Equal($"{Orders.ReturnUrl}&data=9&MerchantTransactionID={reference}", over.GoesTo);
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    [Fact]
    public async Task Saved_cards_come_first_the_last_used_one_chosen_and_the_whole_form_on_request()
    {
        var shopper = Orders.NewReference("shopper");
        JsonObject Order() => Orders.Hosted(Orders.NewReference()).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", shopper);
        foreach (var number in new[] { Orders.Visa, "5555555555554444" })
        {
            var form = await _shopper.OrderAsync(Order());
            await _shopper.PayAsync(form.Has("use-other-card") ? await _shopper.OpenAsync(form.Element("use-other-card").GetAttribute("href")!) : form, number, save: true);
        }

        var page = await _shopper.OrderAsync(Order());
        IsOneForm(page);
        Assert.False(page.Has("card-number"));
        var radios = page.Element("saved-card").QuerySelectorAll("input[type=radio][name=saved-card]");
        Assert.Equal(["4444", "1111"], radios.Select(r => r.ParentElement!.QuerySelector(".ends")!.TextContent[^4..]));
        Assert.Equal([true, false], radios.Select(r => r.HasAttribute("checked")));
        Assert.All(radios, radio => Assert.True(page.Has("remove-card-" + radio.GetAttribute("value"))));

        var whole = await _shopper.OpenAsync(page.Element("use-other-card").GetAttribute("href")!);
        IsOneForm(whole);
        Assert.True(whole.Has("card-number") && whole.Has("use-saved-card"));
        Assert.False(whole.Has("saved-card"));
    }

    [Fact]
    public async Task A_saved_card_is_removed_after_a_question_and_its_token_pays_no_more()
    {
        var (shopper, reference) = (Orders.NewReference("shopper"), Orders.NewReference());
        JsonObject Order(string name) => Orders.Hosted(name).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", shopper);
        await _shopper.PayAsync(await _shopper.OrderAsync(Order(reference)), save: true);
        var token = (string)(await server.Checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!["CreditCardToken"]!["Value"]!;

        var page = await _shopper.OrderAsync(Order(Orders.NewReference()));
        var link = page.Document.QuerySelector("a[id^=remove-card-]")!;
        var question = await _shopper.OpenAsync(link.GetAttribute("href")!);
        Assert.False(question.Has("pay") || question.Has("security-code"));
        Assert.Equal(9, (await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), token))).StatusId);

        var after = await _shopper.FollowAsync(await _shopper.PostAsync(question, "remove-card", [("remove-card", question.Value("remove-card")!)]));
        Assert.True(after.Has("card-number"));
        Assert.Equal(2401, (await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), token))).Codes.Single());
    }

    [Fact]
    public async Task Another_shoppers_cards_are_neither_shown_nor_taken_nor_removed()
    {
        var mine = Orders.NewReference("shopper");
        var form = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", mine));
        await _shopper.PayAsync(form, save: true);
        var list = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()).With("Customer.MerchantCustomerID", mine));
        var card = list.Document.QuerySelector("input[name=saved-card]")!.GetAttribute("value")!;

        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference).With("Customer.MerchantCustomerID", Orders.NewReference("shopper")).With("Customer.Email", "ana@shop.example"));
        Assert.False(page.Has("saved-card"));
        await _shopper.PostAsync(page, "card", [("saved-card", card), ("security-code", "123"), ("pay", "1")]);
        await _shopper.PostAsync(page, "card", [("remove-card", card)]);
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
        Assert.True((await _shopper.OpenAsync(list.Action("card"))).Has("saved-card-" + card));
    }

    [Fact]
    public async Task A_LATAM_currency_asks_for_what_the_shop_did_not_send()
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference(), currency: "BRL"));
        Assert.True(page.Has("email") && page.Has("document") && page.Has("country"));
        IsOneForm(page);

        var reference = Orders.NewReference();
        var part = await _shopper.OrderAsync(Orders.Hosted(reference, currency: "BRL").With("Customer.Email", "ana@shop.example").With("BillingAddress.Country", "BR"));
        Assert.False(part.Has("email") || part.Has("country"));
        await _shopper.FollowAsync(await _shopper.PostAsync(part, "card", [.. Shopper.Typed(), ("document", "00003456789")]));
        Assert.Equal("BRL", Assert.Single(await server.Checkout.LedgerAsync(reference)).Currency);
    }

    [Theory]
    [InlineData("ro-RO", "ro", "ltr")]
    [InlineData("de-DE", "de", "ltr")]
    [InlineData("es-MX", "es", "ltr")]
    [InlineData("ar-EG", "ar", "rtl")]
    [InlineData("en-GB", "en", "ltr")]
    [InlineData("ja-JP", "en", "ltr")]
    public async Task The_shops_language_is_the_pages(string asked, string language, string direction)
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()).With("Language", asked));
        Assert.Equal((language, direction), (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir")));
        IsOneForm(page);

        foreach (var choice in page.Element("language").QuerySelectorAll("button[name=lang]").Select(b => b.GetAttribute("value")))
            Assert.Equal(choice, (await _shopper.OpenAsync($"{page.Action("language")}?lang={choice}")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData(Orders.Declined)]
    [InlineData("4000000000009995")]
    public async Task A_declined_card_is_told_and_another_one_pays(string number)
    {
        var reference = Orders.NewReference();
        var again = await _shopper.PayAsync(await _shopper.OrderAsync(Orders.Hosted(reference)), number);
        Assert.True(again.Has("declined"), again.Answer.ToString());
        IsOneForm(again);
        Assert.DoesNotContain(number[^4..], again.Document.QuerySelector("form#card")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal($"{Orders.ReturnUrl}&data=9&MerchantTransactionID={reference}", (await _shopper.PayAsync(again)).GoesTo);
        Assert.Equal(["declined", "approved"], (await server.Checkout.LedgerAsync(reference)).Select(l => l.State));
    }

    [Fact]
    public async Task A_wrong_code_of_a_saved_card_can_be_typed_again()
    {
        var shopper = Orders.NewReference("shopper");
        JsonObject Order(string name) => Orders.Hosted(name).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", shopper);
        await _shopper.PayAsync(await _shopper.OrderAsync(Order(Orders.NewReference())), "4000000000000101", "424", save: true);
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Order(reference));
        foreach (var (code, live) in new[] { ("111", 0), ("424", 1) })
        {
            var card = page.Document.QuerySelector("input[name=saved-card]")!.GetAttribute("value")!;
            page = await _shopper.FollowAsync(await _shopper.PostAsync(page, "card", [("saved-card", card), ("security-code", code), ("pay", "1")]));
            Assert.Equal(live, (await server.Checkout.LedgerAsync(reference)).Count(l => l.State == "approved"));
        }

        Assert.Equal($"{Orders.ReturnUrl}&data=9&MerchantTransactionID={reference}", page.GoesTo);
    }

    /// <summary>One code, one button, and each form proves that it is ours.</summary>
    private static void IsOneForm(ShownPage page)
    {
        Assert.Single(page.Document.QuerySelectorAll("[name=security-code]"));
        Assert.Single(page.Document.QuerySelectorAll("#pay"));
        Assert.Empty(page.Document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        foreach (var form in page.Document.QuerySelectorAll("form[method=post]"))
        {
            Assert.Matches("^[0-9a-f]{40}$", form.QuerySelector("input[type=hidden][name=nonce]")!.GetAttribute("value")!);
            Assert.StartsWith("/pay/", form.GetAttribute("action")!, StringComparison.Ordinal);
        }

        Assert.Empty(page.Document.QuerySelectorAll("[style], [onclick], script:not([src])"));
    }

    private async Task<string> NewTokenAsync() =>
        (string)(await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true))).Payment["CreditCardToken"]!["Value"]!;
}
