using System.Net;

namespace Checkout.Tests.Server.Pages;

/// <summary>Forms that are not ours, not of this state, or from another site: they do nothing, and show the present state (WEB-9).</summary>
public sealed class FormGuardTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    [Theory]
    [InlineData("nonce", "")]
    [InlineData("nonce", null)]
    [InlineData("nonce", "00000000000000000000000000000000000000ff")]
    [InlineData("nonce", "not hex")]
    [InlineData("version", "")]
    [InlineData("version", null)]
    [InlineData("version", "2")]
    [InlineData("version", "-1")]
    [InlineData("version", "x")]
    public async Task A_changed_proof_does_nothing(string field, string? value)
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        var hidden = page.Hidden("card").Where(h => h.Name != field);
        await DoesNothingAsync(page, reference, await _shopper.PostAsync(page.Action("card"), [.. hidden, .. Shopper.Typed(), .. value is null ? [] : new[] { (field, value) }]));
    }

    [Fact]
    public async Task Each_changed_digit_of_the_nonce_does_nothing()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        var (nonce, version) = (page.Hidden("card").Single(h => h.Name == "nonce").Value, page.Hidden("card").Single(h => h.Name == "version"));
        for (var i = 0; i < nonce.Length; i++)
        {
            var changed = nonce[..i] + (nonce[i] == '0' ? '1' : '0') + nonce[(i + 1)..];
            await _shopper.PostAsync(page.Action("card"), [version, ("nonce", changed), .. Shopper.Typed()]);
        }

        Assert.Empty(await server.Checkout.LedgerAsync(reference));
    }

    [Fact]
    public async Task The_proof_of_another_payment_or_of_another_step_does_nothing()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        var other = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
        await DoesNothingAsync(page, reference, await _shopper.PostAsync(page.Action("card"), [.. other.Hidden("card"), .. Shopper.Typed()]));
        await DoesNothingAsync(page, reference, await _shopper.PostAsync(page.Action("card"), [.. page.Hidden("leave"), .. Shopper.Typed()]));
        await DoesNothingAsync(page, reference, await _shopper.PostAsync(page.Action("card"), [.. page.Hidden("card"), ("cancel", "1")]));
        Assert.True((await _shopper.OpenAsync(page.Action("card"))).Has("pay"));
    }

    [Fact]
    public async Task A_form_of_an_earlier_version_shows_the_present_state()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        await _shopper.PayAsync(page, Orders.Declined);
        var stale = await _shopper.PayAsync(page);
        Assert.True(stale.Has("declined") && stale.Has("pay"), stale.Answer.ToString());
        Assert.Equal("declined", Assert.Single(await server.Checkout.LedgerAsync(reference)).State);
    }

    [Fact]
    public async Task A_form_that_lay_open_for_more_than_a_day_does_nothing()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference).With("PaymentTokenLifetime", 1440));
        await server.Checkout.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.True((await _shopper.OpenAsync(page.Action("card"))).Has("pay"));
        await server.Checkout.AdvanceAsync(TimeSpan.FromHours(2));
        await _shopper.PostAsync(page, "card", Shopper.Typed());
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "https://127.0.0.1")]
    [InlineData("Origin", "nonsense")]
    public async Task A_form_that_another_site_sent_does_nothing(string header, string value)
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        await DoesNothingAsync(page, reference, await _shopper.PostAsync(page, "card", Shopper.Typed(), (header, value)));
        await _shopper.PostAsync(page, "leave", [("cancel", "1")], (header, value));
        Assert.True((await _shopper.OpenAsync(page.Action("card"))).Has("pay"));
    }

    [Theory]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "{own}")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task A_form_from_our_own_page_pays(string header, string value)
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        await _shopper.PostAsync(page, "card", Shopper.Typed(), (header, value.Replace("{own}", server.Checkout.Address, StringComparison.Ordinal)));
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    private async Task DoesNothingAsync(ShownPage page, string reference, ShownPage answer)
    {
        Assert.Equal((HttpStatusCode.SeeOther, page.Action("card")), (answer.Status, answer.Location));
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
    }
}
