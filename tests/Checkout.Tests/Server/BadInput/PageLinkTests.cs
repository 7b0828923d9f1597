using System.Net;
using System.Text.RegularExpressions;

namespace Checkout.Tests.Server.BadInput;

/// <summary>Words that open no page: all of them get the same answer, so that nobody learns anything by trying (WEB-7).</summary>
public sealed class PageLinkTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Unknown = "/pay/0123456789ABCDEF0123456789ABCDEF";

    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task Each_changed_digit_makes_it_an_unknown_link()
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
        var link = page.Action("card")["/pay/".Length..];
        for (var i = 0; i < link.Length; i++)
        {
            foreach (var digit in "0123456789ABCDEF".Where(d => d != link[i])) await IsUnknownAsync($"/pay/{link[..i]}{digit}{link[(i + 1)..]}");
        }

        Assert.True((await _shopper.GetAsync($"/pay/{link}")).Has("pay"));
    }

    [Fact]
    public async Task A_word_made_for_something_else_opens_no_page()
    {
        var reference = Orders.NewReference();
        var order = Orders.Direct(reference, Orders.Challenged).With("GenerateCreditCardToken", true);
        var atBank = await _shopper.OpenAsync((string)(await server.Checkout.PostAsync("/v1/payments", order)).Payment["RedirectURL"]!);
        var back = await _shopper.PostAsync(atBank.GoesTo!, [("decision", "approve")]);
        var returnWord = back.Location![^32..];
        Assert.Equal(HttpStatusCode.SeeOther, (await _shopper.GetAsync($"/return/{returnWord}")).Status);

        var payment = (await server.Checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!;
        var pageWord = atBank.Address.Split('/')[2];
        var token = (string)payment["CreditCardToken"]!["Value"]!;
        foreach (var word in new[] { returnWord, token }) await IsUnknownAsync($"/pay/{word}");
        foreach (var word in new[] { pageWord, token }) await IsUnknownAsync($"/return/{word}");
    }

    [Theory]
    [InlineData("/pay/x")]
    [InlineData("/pay/0123456789ABCDEF0123456789ABCDE")]
    [InlineData("/pay/0123456789ABCDEF0123456789ABCDEF0")]
    [InlineData("/pay/0123456789ABCDEF0123456789ABCDEG")]
    [InlineData("/pay/%F0%9F%98%80")]
    [InlineData("/pay/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/pay/0123456789ABCDEF0123456789ABCDEF/bank")]
    [InlineData("/pay/0123456789ABCDEF0123456789ABCDEF/back")]
    [InlineData("/pay/0123456789ABCDEF0123456789ABCDEF/wait")]
    [InlineData("/return/0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("/return/x")]
    [InlineData("/v1/Payments/FillCardDetails")]
    [InlineData("/v1/Payments/FillCardDetails?PaymentToken=")]
    [InlineData("/v1/Payments/FillCardDetails?PaymentToken=1.1010")]
    [InlineData("/v1/Payments/FillCardDetails?PaymentToken=1.1010.0123456789ABCDEF0123456789ABCDEF")]
    public async Task What_is_no_link_gets_the_same_page(string path) => await IsUnknownAsync(path);

    [Fact]
    public async Task The_published_form_of_a_link_names_the_payment_and_the_site_it_belongs_to()
    {
        var url = (string)(await server.Checkout.PostAsync("/v1/payments", Orders.Hosted(Orders.NewReference()))).Payment["RedirectURL"]!;
        var path = new Uri(url).PathAndQuery;
        Assert.Matches(@"^/v1/Payments/FillCardDetails\?PaymentToken=[1-9][0-9]*\.1010\.[0-9A-F]{32}$", path);
        Assert.Equal(HttpStatusCode.OK, (await _shopper.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _shopper.GetAsync(path.Replace("FillCardDetails", "fillcarddetails", StringComparison.Ordinal))).Status);
        await IsUnknownAsync(path.Replace(".1010.", ".1011.", StringComparison.Ordinal));
        await IsUnknownAsync(path.Replace("PaymentToken=1", "PaymentToken=2", StringComparison.Ordinal));
        await IsUnknownAsync(path.Replace("PaymentToken=1", "PaymentToken=01", StringComparison.Ordinal));
        await IsUnknownAsync(path + ".1");
        await IsUnknownAsync(path + "&PaymentToken=x");
    }

    [Fact]
    public async Task Posting_to_an_unknown_link_gets_the_same_page()
    {
        var answer = await _shopper.PostAsync(Unknown, Shopper.Typed());
        Assert.Equal((HttpStatusCode.NotFound, (await _shopper.GetAsync(Unknown)).Answer.Body), (answer.Status, answer.Answer.Body));
        Assert.DoesNotContain(Orders.Visa, answer.Answer.Body, StringComparison.Ordinal);
    }

    private async Task IsUnknownAsync(string path)
    {
        var (page, unknown) = (await _shopper.GetAsync(path), await _shopper.GetAsync(Unknown));
        Assert.Equal((path, HttpStatusCode.NotFound, unknown.Answer.Body), (path, page.Status, page.Answer.Body));
        Assert.Equal(HeadersOf(unknown), HeadersOf(page));
    }

    /// <summary>All headers, without what differs from one answer to the next, and where a form may go from this address.</summary>
    private static IEnumerable<string> HeadersOf(ShownPage page) => page.Answer.Headers.Where(h => h.Key != "Date")
        .Select(h => $"{h.Key}: {Regex.Replace(h.Value, "'nonce-[^']+'|form-action [^;]+", "")}").Order(StringComparer.Ordinal);
}
