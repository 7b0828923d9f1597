using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>A card that was kept for nobody, given to a shopper by the merchant's server (STO-3).</summary>
public sealed class BindTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task Bound_it_pays_in_this_dialect_and_is_shown_to_its_shopper_only()
    {
        var unbound = await UnboundAsync();
        Assert.Equal(["422 invalid /data/attributes/token"], Faults(await _shop.CreateAsync(ByToken(unbound, "bound-1"))));
        Assert.False((await PageOfAsync("bound-1")).Has("saved-card"));

        var answer = await BindAsync(unbound, "bound-1");
        Assert.Equal((HttpStatusCode.OK, "tokens", "bound-1"), (answer.Status, (string?)answer.Json!["data"]!["type"], (string?)Attributes(answer)["customer"]!["reference_id"]));
        var token = (string)Attributes(answer)["token"]!;
        Assert.NotEqual(unbound, token);

        var instant = await _shop.CreateAsync(Instant(token, "bound-1"));
        Assert.Equal("processed", (string?)(await _shop.SellAsync(instant, new JsonObject())).Json!["status"]);
        Assert.Equal(["422 invalid /data/attributes/token"], Faults(await _shop.CreateAsync(ByToken(token, "bound-2"))));
        Assert.Equal((true, false), ((await PageOfAsync("bound-1")).Has("saved-card"), (await PageOfAsync("bound-2")).Has("saved-card")));

        // Where it was made it goes on under its own token.
        Assert.Equal(201, (int)(await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), unbound))).Status);
        Assert.Equal(["422 invalid /data/attributes/token"], Faults(await _shop.CreateAsync(ByToken(unbound, "bound-1"))));
    }

    [Fact]
    public async Task Asked_again_it_is_the_same_token_and_for_a_bound_one_it_is_itself()
    {
        var unbound = await UnboundAsync();
        var first = (string)Attributes(await BindAsync(unbound, "bound-3"))["token"]!;
        Assert.Equal(first, (string?)Attributes(await BindAsync(unbound, "bound-3"))["token"]);
        Assert.Equal(first, (string?)Attributes(await BindAsync(first, "bound-3", "/api/tokens/"))["token"]);
        Assert.Equal(["409 conflict"], Faults(await BindAsync(first, "bound-4")));
    }

    [Fact]
    public async Task What_is_no_token_of_the_merchant_is_not_there()
    {
        var unbound = await UnboundAsync();
        await server.Checkout.AddMerchantAsync(7801);
        Assert.Equal(["404 not_found"], Faults(await BindAsync(unbound, "bound-5", credentials: $"{Merchants.CardgateAccountOf(7801)}:cardgate-key-7801")));
        Assert.Equal(["404 not_found"], Faults(await BindAsync("nothing", "bound-5")));
        Assert.Equal(["401 unauthorized"], Faults(await BindAsync(unbound, "bound-5", credentials: "coma_x:y")));
        await _shop.SendAsync(HttpMethod.Delete, "/tokens/" + unbound, null);
        Assert.Equal(["404 not_found"], Faults(await BindAsync(unbound, "bound-5")));
    }

    [Fact]
    public async Task Whom_it_is_for_has_to_be_said()
    {
        var unbound = await UnboundAsync();
        foreach (var attributes in new JsonNode?[] { null, new JsonObject(), new JsonArray(), new JsonObject { ["customer"] = new JsonObject { ["reference_id"] = "" } } })
            Assert.Equal(["422 required /data/attributes/customer/reference_id"], Faults(await _shop.PostAsync($"/tokens/{unbound}/bind", Document(attributes, "tokens"))));
        Assert.Equal(["400 malformed"], Faults(await _shop.SendAsync(HttpMethod.Post, $"/tokens/{unbound}/bind", "")));
    }

    private async Task<string> UnboundAsync() =>
        (string)(await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true))).Payment["CreditCardToken"]!["Value"]!;

    private Task<Answer> BindAsync(string token, string shopper, string path = "/tokens/", string? credentials = null) =>
        _shop.PostAsync($"{path}{token}/bind", Document(new JsonObject { ["customer"] = new JsonObject { ["reference_id"] = shopper } }, "tokens"), credentials);

    private async Task<ShownPage> PageOfAsync(string shopper) =>
        await OpenPageAsync(await _shop.CreateAsync(Invoice().And("customer", new JsonObject { ["reference_id"] = shopper })), _shopper);
}
