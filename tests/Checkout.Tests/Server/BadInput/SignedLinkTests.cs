using System.Net;

namespace Checkout.Tests.Server.BadInput;

/// <summary>Links that a merchant's page signed, and links that somebody changed on the way.</summary>
public sealed class SignedLinkTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task The_published_example_opens_and_its_shopper_pays()
    {
        var link = SignedLink.Of("LINK-7").With("customer", "shopper-7").With("expires", "1893456000").With("save", "1");
        Assert.Equal("62a902c2e5930df9a2368d9aefe72a5f39eb1d0b97319fc691165a6276afbddc", link.Signature);

        var page = await _shopper.OpenAsync(link.Path);
        Assert.True(page.Has("card-number") && page.Has("save-card"), page.Answer.ToString());
        var over = await _shopper.PayAsync(page);
        Assert.Equal("https://shop.example/back?o=7&data=2&MerchantTransactionID=LINK-7", over.GoesTo);
        Assert.Equal(["authorise", "capture"], (await server.Checkout.LedgerAsync("LINK-7")).Select(l => l.Kind));
    }

    [Fact]
    public async Task The_same_link_opens_the_same_payment_and_after_the_end_its_result()
    {
        var link = SignedLink.Of(Orders.NewReference());
        var first = await _shopper.OpenAsync(link.Path);
        Assert.Equal(first.Address, (await _shopper.OpenAsync(link.Path)).Address);
        await _shopper.PayAsync(first);

        var again = await _shopper.OpenAsync(link.Path);
        Assert.Equal(first.Address, again.Address);
        Assert.False(again.Has("card-number"));
        Assert.Equal(2, (await server.Checkout.LedgerAsync(link.Parameters["reference"])).Length);
    }

    [Fact]
    public async Task Each_changed_digit_of_the_signature_makes_it_an_unknown_link()
    {
        var link = SignedLink.Of(Orders.NewReference());
        var unknown = await UnknownAsync();
        for (var i = 0; i < 64; i++)
        {
            var changed = link.Signature[..i] + (link.Signature[i] == '0' ? '1' : '0') + link.Signature[(i + 1)..];
            Assert.Equal((i, 404, unknown), (i, (int)(await _shopper.GetAsync(link.PathWith(changed))).Status, (await _shopper.GetAsync(link.PathWith(changed))).Answer.Body));
        }

        foreach (var changed in new[] { "", link.Signature.ToUpperInvariant(), link.Signature[..63], link.Signature + "0", " " + link.Signature, (link with { Secret = "gabi" }).Signature })
            await IsUnknownAsync(link.PathWith(changed));
    }

    [Theory]
    [InlineData("amount", "2598")]
    [InlineData("amount", "02599")]
    [InlineData("currency", "USD")]
    [InlineData("reference", "other")]
    [InlineData("return", "https://evil.example/back?o=7")]
    [InlineData("site", "7001")]
    [InlineData("site", "9")]
    [InlineData("site", "x")]
    [InlineData("capture", "0")]
    [InlineData("customer", "shopper-8")]
    [InlineData("more", "1")]
    public async Task A_parameter_that_was_not_signed_makes_it_an_unknown_link(string name, string value)
    {
        var link = SignedLink.Of(Orders.NewReference());
        await IsUnknownAsync(link.With(name, value).PathWith(link.Signature));
        Assert.Empty((await server.Checkout.LedgerAsync(link.Parameters["reference"])));
    }

    [Fact]
    public async Task A_parameter_that_is_missing_or_comes_twice_makes_it_an_unknown_link()
    {
        var link = SignedLink.Of(Orders.NewReference());
        foreach (var name in link.Parameters.Keys)
        {
            var fewer = link with { Parameters = link.Parameters.Where(p => p.Key != name).ToDictionary() };
            await IsUnknownAsync(fewer.PathWith(link.Signature));
            await IsUnknownAsync($"{link.Path}&{name}={Uri.EscapeDataString(link.Parameters[name])}");
        }

        await IsUnknownAsync(link.Path.Split("&signature=")[0]);
        await IsUnknownAsync($"{link.Path}&signature={link.Signature}");
        await IsUnknownAsync("/pay");
    }

    [Theory]
    [InlineData("amount", "0")]
    [InlineData("amount", "-1")]
    [InlineData("amount", "10.00")]
    [InlineData("amount", "1e3")]
    [InlineData("amount", "1000000000000")]
    [InlineData("amount", "")]
    [InlineData("currency", "eur")]
    [InlineData("currency", "QQQ")]
    [InlineData("reference", "a b")]
    [InlineData("reference", "")]
    [InlineData("return", "javascript:alert(1)")]
    [InlineData("return", "shop.example")]
    [InlineData("return", "")]
    [InlineData("customer", "a b")]
    [InlineData("language", "romanian")]
    [InlineData("capture", "yes")]
    [InlineData("save", "2")]
    [InlineData("expires", "tomorrow")]
    [InlineData("more", "1")]
    public async Task A_signed_parameter_that_is_no_good_is_named(string name, string value)
    {
        var link = SignedLink.Of(Orders.NewReference()).With(name, value);
        var page = await _shopper.GetAsync(link.Path);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(name, page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("pay"));
    }

    [Fact]
    public async Task One_parameter_cannot_swallow_the_next()
    {
        // The signed text is the same: "description=Mug", a line feed, "expires=…".
        var soon = $"{server.Checkout.Clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds()}";
        var link = SignedLink.Of(Orders.NewReference()).With("description", "Mug").With("expires", soon);
        Assert.Equal(HttpStatusCode.SeeOther, (await server.Checkout.Http.GetAsync(link.Path)).StatusCode);

        var swallowing = link.Path.Replace($"&expires={soon}", "", StringComparison.Ordinal).Replace("description=Mug", $"description=Mug%0Aexpires%3D{soon}", StringComparison.Ordinal);
        Assert.NotEqual(link.Path, swallowing);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Checkout.Http.GetAsync(swallowing)).StatusCode);
    }

    [Fact]
    public async Task A_lapsed_link_opens_nothing_but_shows_what_it_opened_in_time()
    {
        var soon = server.Checkout.Clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds();
        var opened = SignedLink.Of(Orders.NewReference()).With("expires", $"{soon}");
        var unopened = SignedLink.Of(Orders.NewReference()).With("expires", $"{soon}");
        var form = await _shopper.OpenAsync(opened.Path);
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(HttpStatusCode.Gone, (await _shopper.GetAsync(unopened.Path)).Status);
        var over = await _shopper.OpenAsync(opened.Path);
        Assert.Equal((form.Address, false), (over.Address, over.Has("pay")));
        await _shopper.PayAsync(form);
        Assert.Empty(await server.Checkout.LedgerAsync(opened.Parameters["reference"]));
        Assert.Empty(await server.Checkout.LedgerAsync(unopened.Parameters["reference"]));
    }

    [Theory]
    [InlineData("amount", "2600")]
    [InlineData("currency", "USD")]
    public async Task Another_amount_under_the_same_reference_is_refused_and_the_first_stands(string name, string value)
    {
        var link = SignedLink.Of(Orders.NewReference());
        var form = await _shopper.OpenAsync(link.Path);
        var page = await _shopper.GetAsync(link.With(name, value).Path);
        Assert.Equal((HttpStatusCode.Conflict, false), (page.Status, page.Has("pay")));

        await _shopper.PayAsync(form);
        Assert.All(await server.Checkout.LedgerAsync(link.Parameters["reference"]), line => Assert.Equal((2599, "EUR"), (line.Amount, line.Currency)));
    }

    [Fact]
    public async Task A_merchant_signs_for_itself_only()
    {
        var credentials = await server.Checkout.AddMerchantAsync(7001);
        var own = SignedLink.Of(Orders.NewReference()).With("site", "7001") with { Secret = "link-7001" };
        await _shopper.PayAsync(await _shopper.OpenAsync(own.Path));
        Assert.Equal(2, (await server.Checkout.LedgerAsync(own.Parameters["reference"], credentials)).Length);
        await IsUnknownAsync((own with { Secret = "sandbox-link-secret" }).Path);
        await IsUnknownAsync((SignedLink.Of(Orders.NewReference()) with { Secret = "link-7001" }).Path);
    }

    private async Task<string> UnknownAsync() => (await _shopper.GetAsync("/pay/00000000000000000000000000000000")).Answer.Body;

    private async Task IsUnknownAsync(string path)
    {
        var page = await _shopper.GetAsync(path);
        Assert.Equal((path, HttpStatusCode.NotFound, await UnknownAsync()), (path, page.Status, page.Answer.Body));
    }
}
