using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What the provider tells of a card and of its bank's approval is told on, with the payment and with later ones of a card that is kept (§5, §8).</summary>
public sealed class CardFactsTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Code = "^[0-9A-Z]{6}$";

    private static readonly (string?, string?, string?) Nothing = (null, null, null);

    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task A_sale_tells_them_once_it_is_approved()
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        Assert.Null(Attributes(invoice)["approval_code"]);
        var bank = (string)(await _shop.SellAsync(invoice, Card(ThreeDSecure))).Json!["auth_payload"]!["action"]!;
        var waiting = await ReadAsync(Id(invoice));
        Assert.Equal((null, Nothing), ((string?)waiting["approval_code"], Of(waiting)));

        await new Shopper(server.Checkout).DecideAsync(bank, "approve");
        var paid = await ReadAsync(Id(invoice));
        Assert.Matches(Code, (string?)paid["approval_code"]);
        Assert.Equal(("CREDIT", "FIRST DATA CORPORATION", "US"), Of(paid));
    }

    [Fact]
    public async Task Each_payment_has_a_code_of_its_own_and_a_kept_card_tells_the_rest_again()
    {
        var first = await _shop.CreateAsync(Tokenized("facts-1"), H2H);
        await _shop.SellAsync(first, Card(Approved));
        var paid = await ReadAsync(Id(first));
        Assert.Equal(("DEBIT", "FIRST DATA CORPORATION", "US"), Of(paid));

        var later = await _shop.CreateAsync(Instant((string)paid["payload"]!["token"]!, "facts-1"));
        await _shop.SellAsync(later, new JsonObject());
        var again = await ReadAsync(Id(later));
        Assert.Equal(Of(paid), Of(again));
        Assert.Matches(Code, (string?)again["approval_code"]);
        Assert.NotEqual((string?)paid["approval_code"], (string?)again["approval_code"]);
    }

    [Fact]
    public async Task A_declined_card_and_one_that_nobody_knows_say_nothing()
    {
        var declined = await _shop.CreateAsync(Invoice(), H2H);
        await _shop.SellAsync(declined, Card(Declined, "05/29"));
        Assert.Equal((null, Nothing), ((string?)(await ReadAsync(Id(declined)))["approval_code"], Of(await ReadAsync(Id(declined)))));

        var unknown = await _shop.CreateAsync(Invoice(), H2H);
        await _shop.SellAsync(unknown, Card(Orders.Visa));
        Assert.Matches(Code, (string?)(await ReadAsync(Id(unknown)))["approval_code"]);
        Assert.Equal(Nothing, Of(await ReadAsync(Id(unknown))));
    }

    [Fact]
    public async Task A_checked_card_says_it_too()
    {
        var check = await _shop.CreateAsync(Invoice().And("flow", "verify"), H2H);
        await _shop.SellAsync(check, Card(Approved));
        var read = await ReadAsync(Id(check));
        Assert.Equal(("verified", ("DEBIT", "FIRST DATA CORPORATION", "US")), ((string?)read["status"], Of(read)));
        Assert.Matches(Code, (string?)read["approval_code"]);
    }

    [Theory]
    [InlineData(null, "US")]
    [InlineData("RO", "RO")]
    public async Task The_other_dialect_tells_the_country_unless_the_merchant_sent_one(string? sent, string told)
    {
        var order = Orders.Direct(Orders.NewReference(), Approved).With("Capture", true);
        if (sent is not null) order = order.With("Card.IssuingBankCountry", sent);
        var payment = (await server.Checkout.PostAsync("/v1/payments", order)).Payment;
        Assert.Equal(told, (string?)payment["Card"]!["IssuingBankCountry"]);
        var read = await ReadAsync($"{payment["ID"]}");
        Assert.Equal(("DEBIT", "FIRST DATA CORPORATION", told), Of(read));
        Assert.Matches(Code, (string?)read["approval_code"]);
    }

    private async Task<JsonNode> ReadAsync(string invoice) => Attributes(await _shop.GetAsync("/payment-invoices/" + invoice));

    private static (string? Type, string? Bank, string? Country) Of(JsonNode invoice)
    {
        var card = invoice["payload"]!["payment_card"]!;
        return ((string?)card["type"], (string?)card["issuer_name"], (string?)card["issuer_country"]);
    }
}
