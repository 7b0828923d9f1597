using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What the word of an invoice's session opens, and for how long (<c>spec/cardgate.md</c> §2, §11).</summary>
public sealed class BearerTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task A_bearer_lives_an_hour_and_its_invoice_longer()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        var shop = new CardgateShop(checkout);
        var invoice = await shop.CreateAsync(Invoice().And("expires", checkout.Clock.GetUtcNow().AddHours(2).ToUnixTimeSeconds()), H2H);
        await checkout.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.Equal(["401 unauthorized"], Faults(await shop.SellAsync(invoice, Card(Approved))));
        Assert.Equal("process_pending", (string?)Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice), H2H))["status"]);
    }

    [Fact]
    public async Task A_bearer_dies_with_an_invoice_that_is_shorter()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        var shop = new CardgateShop(checkout);
        var until = checkout.Clock.GetUtcNow().AddMinutes(2).ToUnixTimeSeconds();
        var claims = Bearer(await shop.CreateAsync(Invoice().And("expires", until), H2H)).Split('.')[1].Replace('-', '+').Replace('_', '/');
        Assert.Equal(until, (long)JsonNode.Parse(Convert.FromBase64String(claims.PadRight((claims.Length + 3) / 4 * 4, '=')))!["exp"]!);
    }

    [Fact]
    public async Task A_dead_or_foreign_bearer_opens_nothing()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        var shop = new CardgateShop(checkout);
        var invoice = await shop.CreateAsync(Invoice(), H2H);
        var (bearer, path) = (Bearer(invoice), "/payment-invoices/" + Id(invoice));
        var elsewhere = Bearer(await _shop.CreateAsync(Invoice(), H2H));
        string[] parts = bearer.Split('.');
        string[] swapped = [.. new[] { "none", "None", "HS512", "RS256" }.SelectMany(name => new[] { parts[2], "" }.Select(signature => $"{HeaderOf(name)}.{parts[1]}.{signature}"))];
        foreach (var word in new[] { elsewhere, bearer + "A", bearer[..^1], bearer + ".x", "x" }.Concat(swapped)) await IsDeadAsync(word);

        // It opens the sale of its invoice, and nothing that is the merchant's; and the merchant's key is no bearer.
        foreach (var (method, address) in new[] { (HttpMethod.Get, path), (HttpMethod.Post, path + "/refund"), (HttpMethod.Post, "/payment-invoices") })
            Assert.Equal(["401 unauthorized"], Faults(await shop.SendAsync(method, address, "{}", bearer: bearer)));
        Assert.Equal(["401 unauthorized"], Faults(await shop.PostAsync("/payment/sale", Document(Card(Approved), "sale-operation"), H2H)));
        Assert.Empty(await checkout.LedgerAsync((string)Attributes(invoice)["reference_id"]!));
        Assert.Equal("process_pending", (string?)Attributes(await shop.GetAsync(path))["status"]);

        await checkout.AdvanceAsync(TimeSpan.FromSeconds(3601));
        await IsDeadAsync(bearer);

        async Task IsDeadAsync(string word)
        {
            var answer = await shop.SellAsync(word, Document(Card(Approved), "sale-operation").ToJsonString());
            Assert.Equal(["401 unauthorized"], Faults(answer));
            Assert.StartsWith("Bearer", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        }
    }

    private static string HeaderOf(string algorithm) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}"""));
}
