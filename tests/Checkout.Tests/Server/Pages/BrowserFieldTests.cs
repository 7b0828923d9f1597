using System.Net;

namespace Checkout.Tests.Server.Pages;

/// <summary>The hidden fields that only the page's script fills in.</summary>
public sealed class BrowserFieldTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static readonly string[] Names = ["screen-width", "screen-height", "color-depth", "time-zone", "window-width", "window-height", "java"];

    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task What_was_posted_there_is_not_shown_again()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        AreEmpty(page);
        var hidden = page.Hidden("card").Where(field => !Names.Contains(field.Name)).Concat(Names.Select(name => (name, "31337")));
        var again = await _shopper.PostAsync(page.Action("card"), hidden.Concat(Shopper.Typed(code: "")), ("User-Agent", "Thirtyone/337"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.DoesNotContain("31337", again.Answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Thirtyone", again.Answer.Body, StringComparison.Ordinal);
        AreEmpty(again);
        await _shopper.PayAsync(again);
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    [Fact]
    public async Task They_are_in_no_other_form()
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
        Assert.DoesNotContain(page.Hidden("leave"), field => Names.Contains(field.Name));
    }

    private static void AreEmpty(ShownPage page) => Assert.Equal(Names.Select(name => (name, "")), page.Hidden("card").Where(field => Names.Contains(field.Name)));
}
