using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The demo shop as a client of the Cardgate dialect.</summary>
public sealed class DemoTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task Bought_by_GET_the_order_shows_status_token_and_valid_callbacks()
    {
        var form = await BuyAsync("cardgate");
        Assert.Matches("^http://.*/hpp/cgi_[0-9A-Za-z]{16}$", form.Address);
        await IsPaidAsync(form);
    }

    [Fact]
    public async Task Bought_by_POST_the_shopper_goes_on_by_a_form()
    {
        var go = await BuyAsync("cardgate-post");
        Assert.Equal("post", go.Form("continue").GetAttribute("method"));
        await IsPaidAsync(await _shopper.FollowAsync(await _shopper.PostAsync(go, "continue", [])));
    }

    [Fact]
    public async Task The_shop_offers_every_way_and_a_step_that_was_not_begun_is_not_found()
    {
        var shop = await _shopper.GetAsync("/demo");
        foreach (var button in new[] { "buy-mug", "buy-mug-cardgate", "buy-mug-cardgate-post", "buy-mug-link" }) Assert.True(shop.Has(button), button);
        foreach (var path in new[] { "/demo/go", "/demo/go?order=demo-none" }) Assert.Equal((path, HttpStatusCode.NotFound), (path, (await _shopper.GetAsync(path)).Status));
    }

    [Fact]
    public async Task A_callback_with_another_signature_is_refused_and_shown_as_not_valid()
    {
        var form = await BuyAsync("cardgate");
        var order = Regex.Match((await _shopper.PressAsync(form, "cancel")).GoesTo!, "order=(demo-[a-z0-9]+)").Groups[1].Value;
        var body = new JsonObject { ["data"] = new JsonObject { ["attributes"] = new JsonObject { ["reference_id"] = order, ["status"] = "processed" } } }.ToJsonString();
        foreach (var signature in new[] { null, "", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=" }) Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync(body, signature));
        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync("no json", "x"));

        var page = await _shopper.GetAsync("/demo/back?order=" + order);
        Assert.Contains("“processed”, signature NOT valid", page.Element("callback-signature").TextContent, StringComparison.Ordinal);
        Assert.Equal(("You cancelled the payment", "terminated"), (page.Element("outcome").TextContent, page.Element("status").TextContent));
    }

    private async Task<ShownPage> BuyAsync(string way) => await _shopper.FollowAsync(await _shopper.PostAsync("/demo", [("product", "mug"), ("way", way)]));

    private async Task IsPaidAsync(ShownPage form)
    {
        var over = await _shopper.PayAsync(form, CardgateShop.Approved, save: true);
        Assert.Matches("/demo/back\\?order=demo-[a-z0-9]+$", over.GoesTo!);

        // What was told about the payment comes by itself, a moment after the shopper.
        var page = await RunningCheckout.EventuallyAsync(() => _shopper.GetAsync(over.GoesTo!), p => p.Text.Contains("“processed”", StringComparison.Ordinal));
        Assert.Equal(("Thank you for your order", "processed"), (page.Element("outcome").TextContent, page.Element("status").TextContent));
        Assert.Matches("^[0-9A-Za-z]{32,40}$", page.Element("token").TextContent);
        Assert.DoesNotContain("NOT valid", page.Element("callback-signature").TextContent, StringComparison.Ordinal);
        Assert.Contains("signature valid", page.Element("callback-signature").TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> TellAsync(string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/demo/callbacks") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Signature", signature);
        using var response = await server.Checkout.Http.SendAsync(request);
        return response.StatusCode;
    }
}
