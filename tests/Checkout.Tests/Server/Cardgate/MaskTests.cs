using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The mask of a card has a place for each digit of its number (§8), wherever the card came from.</summary>
public sealed class MaskTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Long = "4000000000000000006";
    private const string Amex = "378282246310005";
    private const string Short = "676770000005";

    private static int _shoppers;

    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly string _customer = $"masked-{Interlocked.Increment(ref _shoppers)}";

    public static TheoryData<string, string> Numbers { get; } = new()
    {
        { Long, "400000*********0006" }, { Approved, "551928******0000" }, { Amex, "378282*****0005" }, { Short, "676770**0005" },
    };

    [Theory, MemberData(nameof(Numbers))]
    public async Task On_the_page(string number, string mask)
    {
        var shopper = new Shopper(server.Checkout);
        var invoice = await _shop.CreateAsync(Invoice().And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["retry_limit"] = 1 } }));
        await shopper.PayAsync(await OpenPageAsync(invoice, shopper), number, CodeOf(number));
        Assert.Equal(mask, await MaskAsync(Id(invoice)));
    }

    [Theory, MemberData(nameof(Numbers))]
    public async Task Sent_by_the_merchant(string number, string mask)
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        await _shop.SellAsync(invoice, Card(number, code: CodeOf(number)));
        Assert.Equal(mask, await MaskAsync(Id(invoice)));
    }

    [Theory, MemberData(nameof(Numbers))]
    public async Task By_token_in_either_dialect(string number, string mask)
    {
        var first = await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference(), number).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", _customer));
        var token = (string)first.Payment["CreditCardToken"]!["Value"]!;
        Assert.Equal(mask, await MaskAsync($"{first.Payment["ID"]}"));

        var again = await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), token));
        Assert.Equal(mask, await MaskAsync($"{again.Payment["ID"]}"));
        var instant = await _shop.CreateAsync(Instant(token, _customer));
        await _shop.SellAsync(instant, new JsonObject());
        Assert.Equal(mask, await MaskAsync(Id(instant)));
    }

    private static string CodeOf(string number) => number == Amex ? "1234" : "123";

    private async Task<string?> MaskAsync(string invoice) => (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + invoice))["payload"]!["payment_card"]!["mask"];
}
