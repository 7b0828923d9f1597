using System.Net;

namespace Checkout.Tests.Server.Pages;

/// <summary>What a shopper typed wrong: named at its field, kept where it may be kept, and nothing charged.</summary>
public sealed class MistakeTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    [Theory]
    [InlineData("card-number", "")]
    [InlineData("card-number", "4111111111111112")]
    [InlineData("card-number", "41111111111111")]
    [InlineData("card-number", "four")]
    [InlineData("card-number", "41111111111111111111111111111111")]
    [InlineData("card-expiry", "")]
    [InlineData("card-expiry", "13/31")]
    [InlineData("card-expiry", "0231x")]
    [InlineData("card-expiry", "01/20")]
    [InlineData("card-expiry", "1/2020")]
    [InlineData("card-holder", "")]
    [InlineData("card-holder", "4111 1111 1111 1111")]
    [InlineData("card-holder", "123")]
    [InlineData("security-code", "")]
    [InlineData("security-code", "12")]
    [InlineData("security-code", "1234")]
    [InlineData("security-code", "abc")]
    public async Task A_mistake_is_named_at_its_field(string field, string typed)
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        var again = await _shopper.PostAsync(page, "card", [.. Shopper.Typed().Select(t => t.Name == field ? (field, typed) : t)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(["#" + field], again.Element("error-summary").QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(("true", $"{field}-error"), (again.Element(field).GetAttribute("aria-invalid"), again.Element(field).GetAttribute("aria-describedby")!.Split(' ')[0]));
        Assert.NotEqual("", again.Element($"{field}-error").TextContent);
        Assert.Empty(await server.Checkout.LedgerAsync(reference));

        // The form that came back is a good one.
        await _shopper.PayAsync(again);
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("02/31")]
    [InlineData("02/2031")]
    [InlineData("2/31")]
    [InlineData("0231")]
    [InlineData("02 / 31")]
    public async Task An_expiry_may_be_typed_as_people_type_it(string expiry)
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        await _shopper.PostAsync(page, "card", [.. Shopper.Typed("4111 1111-1111 1111").Select(t => t.Name == "card-expiry" ? (t.Name, expiry) : t)]);
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    [Fact]
    public async Task What_was_typed_stays_but_never_number_and_code()
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference(), currency: "BRL").With("GenerateCreditCardToken", true));
        var again = await _shopper.PostAsync(page, "card",
        [
            ("card-number", "4000056655665550"), ("card-expiry", "02/31"), ("card-holder", "Ana <Pop>"), ("security-code", "987"), ("save-card", "1"),
            ("email", "ana@shop.example"), ("document", "00003456789"), ("country", "BR"), ("pay", "1"),
        ]);
        Assert.Equal(["02/31", "Ana <Pop>", "ana@shop.example", "00003456789"], new[] { "card-expiry", "card-holder", "email", "document" }.Select(again.Value));
        Assert.True(again.Element("save-card").HasAttribute("checked"));
        Assert.Equal("BR", again.Element("country").QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(("", ""), (again.Value("card-number") ?? "", again.Value("security-code") ?? ""));
        Assert.DoesNotContain("40000566556655", again.Answer.Body, StringComparison.Ordinal);

        // The link and the nonce are drawn by lot and may hold any three digits.
        var drawn = again.Hidden("card").Select(h => h.Value).Where(v => v.Length > 3).Append(again.Action("card"));
        var form = drawn.Aggregate(again.Document.QuerySelector("form#card")!.OuterHtml, (html, lot) => html.Replace(lot, "", StringComparison.Ordinal));
        Assert.DoesNotContain("987", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_number_in_the_wrong_field_is_not_shown_again()
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference(), currency: "BRL"));
        foreach (var field in new[] { "card-holder", "card-expiry", "email" })
        {
            var again = await _shopper.PostAsync(page, "card", [.. Shopper.Typed("x").Where(t => t.Name != field), (field, "5500005555555559")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.DoesNotContain("5500005555555559", again.Answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_empty_form_names_every_field_once()
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference(), currency: "BRL"));
        var again = await _shopper.PostAsync(page, "card", [("pay", "1")]);
        Assert.Equal(["card-number", "card-expiry", "card-holder", "security-code", "email", "document", "country"],
            again.Element("error-summary").QuerySelectorAll("a").Select(a => a.GetAttribute("href")![1..]));
        Assert.Single(again.Document.QuerySelectorAll("[name=security-code]"));
    }

    [Fact]
    public async Task American_Express_wants_four_digits()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        Assert.True((await _shopper.PostAsync(page, "card", Shopper.Typed("378282246310005", "123"))).Has("security-code-error"));
        await _shopper.PayAsync(page, "378282246310005", "1234");
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    [Theory]
    [InlineData(16 * 1024 + 1)]
    [InlineData(1024 * 1024)]
    public async Task A_form_that_is_too_large_is_refused(int size)
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        var answer = await _shopper.PostAsync(page, "card", [.. Shopper.Typed(), ("filler", new string('x', size))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("application/json", "{\"card-number\":\"4111111111111111\"}")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"pay\"\r\n\r\n1\r\n--x--")]
    [InlineData("application/x-www-form-urlencoded", "%ZZ=%&&&=%FF%FE&card-number=%F0%28%8C%28&=")]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("nonsense", "x")]
    public async Task A_body_that_is_no_form_of_ours_shows_the_present_state(string type, string body)
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Action("card")) { Content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await server.Checkout.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.SeeOther, page.Action("card")), (response.StatusCode, response.Headers.Location!.OriginalString));
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
    }
}
