using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Web.Dialects.Smart2Pay;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>Who must type what (§14.1 of the published rules), and what is wrong with a card.</summary>
public sealed class CardMeansTests
{
    private static readonly SavedCard Saved = new()
    {
        Merchant = 1010, Number = 1, Check = 1, MadeIn = Dialect.Smart2Pay, Face = Given.Face(), State = SavedCardState.Active, Fingerprint = [], Created = Given.Now,
    };

    [Theory]
    [InlineData("123", null, false)]
    [InlineData("123", true, false)]
    [InlineData("123", false, false)]
    [InlineData(null, null, true)]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData("", null, true)]
    public void A_card_without_its_code_asks_for_it_unless_told_not_to(string? code, bool? required, bool asks)
    {
        var payment = Given.Request();
        payment["Card"]!["SecurityCode"] = code;
        payment["Card"]!["RequireSecurityCode"] = required;
        using var asked = Given.Read(payment);
        var means = Assert.IsType<CardMeans.Typed>(asked.Means(null));
        Assert.Equal((asks, code == "123"), (means.AskCode, means.Code is not null));
        Assert.False(asked.Details.BySavedCard);
    }

    [Theory]
    [InlineData("312", null, false, false)]
    [InlineData("312", true, false, false)]
    [InlineData(null, null, false, true)]
    [InlineData(null, false, false, true)]
    [InlineData(null, true, true, false)]
    public void A_token_without_a_code_pays_alone_unless_told_to_ask(string? code, bool? required, bool asks, bool alone)
    {
        using var asked = Given.Read(WithToken("0F1E2D3C4B5A69788796A5B4C3D2E1F0", code, required));
        Assert.Empty(asked.Faults);
        var means = Assert.IsType<CardMeans.Saved>(asked.Means(Saved));
        Assert.Equal((asks, alone, true), (means.AskCode, asked.Details.ByMerchantAlone, asked.Details.BySavedCard));
    }

    [Fact]
    public void Neither_means_the_page_asks_for_all()
    {
        var payment = Given.Request();
        payment.Remove("Card");
        using var asked = Given.Read(payment);
        Assert.Empty(asked.Faults);
        Assert.IsType<CardMeans.None>(asked.Means(null));
    }

    [Fact]
    public void Both_at_once_are_refused() => Assert.Equal([2403], Given.CodesOf(payment => payment["CreditCardToken"] = new JsonObject { ["Value"] = "A" }));

    [Theory]
    [InlineData("{}", 2404)]
    [InlineData("{\"Value\":\"\"}", 2404)]
    [InlineData("{\"Value\":[]}", 2400)]
    [InlineData("{\"Value\":\"A\",\"SecurityCode\":\"12\"}", 1204)]
    [InlineData("{\"Value\":\"A\",\"SecurityCode\":{}}", 1204)]
    [InlineData("{\"Value\":\"A\",\"RequireSecurityCode\":7}", 2)]
    public void A_bad_token_has_its_code(string token, int code) => Assert.Equal([code], Given.CodesOf(payment =>
    {
        payment.Remove("Card");
        payment["CreditCardToken"] = JsonNode.Parse(token);
    }));

    [Theory]
    [InlineData("HolderName", "null", 1200)]
    [InlineData("HolderName", "\"R2 D2\"", 1200)]
    [InlineData("Number", "null", 1201)]
    [InlineData("Number", "\"4111111111111112\"", 1201)]
    [InlineData("Number", "\"4111 1111 1111 1111\"", 1201)]
    [InlineData("Number", "\"41111111111\"", 1201)]
    [InlineData("Number", "\"41111111111111111111\"", 1201)]
    [InlineData("Number", "\"４111111111111111\"", 1201)]
    [InlineData("Number", "true", 1201)]
    [InlineData("ExpirationMonth", "\"13\"", 1202)]
    [InlineData("ExpirationMonth", "\"00\"", 1202)]
    [InlineData("ExpirationMonth", "null", 1202)]
    [InlineData("ExpirationYear", "\"1931\"", 1203)]
    [InlineData("ExpirationYear", "\"031\"", 1203)]
    [InlineData("ExpirationYear", "null", 1203)]
    [InlineData("ExpirationYear", "\"2026\"", 1205)]
    [InlineData("ExpirationYear", "\"26\"", 1205)]
    [InlineData("SecurityCode", "\"12\"", 1204)]
    [InlineData("SecurityCode", "\"12345\"", 1204)]
    [InlineData("SecurityCode", "\"12a\"", 1204)]
    [InlineData("SecurityCode", "[1,2,3]", 1204)]
    [InlineData("RequireSecurityCode", "\"x\"", 2)]
    [InlineData("IssuingBankCountry", "\"ROU\"", 108)]
    public void A_bad_field_of_a_card_has_its_own_code(string field, string value, int code) =>
        Assert.Equal([code], Given.CodesOf(payment => payment["Card"]![field] = JsonNode.Parse(value)));

    [Theory]
    [InlineData("4548812049400004", "5", "31")]
    [InlineData("378282246310005", "12", "2027")]
    [InlineData("5555555555554444", "01", "2027")]
    public void Good_cards_are_read_and_remember_how_they_were_written(string number, string month, string year)
    {
        var payment = Given.Request();
        payment["Card"]!["Number"] = JsonNode.Parse(number);
        payment["Card"]!["ExpirationMonth"] = month;
        payment["Card"]!["ExpirationYear"] = year;
        using var asked = Given.Read(payment);
        Assert.Empty(asked.Faults);
        Assert.Equal((month, year), (asked.Card!.Typed!.Expiry.MonthText, asked.Card.Typed.Expiry.YearText));
        Assert.Equal(number[^4..], asked.Card.Typed.Number.Last4);
    }

    [Theory]
    [InlineData(true, false, false, true)]
    [InlineData(false, false, false, false)]
    [InlineData(false, true, false, true)]
    [InlineData(false, false, true, true)]
    public void A_return_url_is_needed_where_the_shopper_may_leave(bool isHosted, bool asksCode, bool authenticates, bool needed)
    {
        var codes = Given.CodesOf(payment =>
        {
            payment.Remove("ReturnURL");
            if (isHosted) payment.Remove("Card");
            if (asksCode) payment["Card"]!.AsObject().Remove("SecurityCode");
            payment["3DSecure"] = authenticates;
        });
        Assert.Equal(needed ? [1003] : [], codes);
    }

    [Theory]
    [InlineData(null, null, new[] { 1400, 1609 })]
    [InlineData("{}", "{}", new[] { 1408, 1601, 1605 })]
    [InlineData("{\"Country\":\"BR\"}", "{\"Email\":\"a@b.br\"}", new[] { 1605 })]
    [InlineData("{\"Country\":\"QQ\"}", "{\"Email\":\"?\",\"SocialSecurityNumber\":\"1\"}", new[] { 1601, 1409 })]
    [InlineData("{\"Country\":\"BR\"}", "{\"Email\":\"a@b.br\",\"SocialSecurityNumber\":\"1\"}", new int[0])]
    public void A_first_card_payment_in_a_latin_american_currency_names_the_shopper(string? billing, string? customer, int[] codes) =>
        Assert.Equal(codes, Given.CodesOf(payment =>
        {
            payment["Currency"] = "BRL";
            payment["BillingAddress"] = billing is null ? null : JsonNode.Parse(billing);
            payment["Customer"] = customer is null ? null : JsonNode.Parse(customer);
        }));

    [Fact]
    public void Pages_and_tokens_need_no_such_fields()
    {
        Assert.Empty(Given.CodesOf(payment =>
        {
            payment["Currency"] = "BRL";
            payment.Remove("Card");
        }));
        var token = WithToken("A", null, null);
        token["Currency"] = "BRL";
        using var asked = Given.Read(token);
        Assert.Empty(asked.Faults);
        Assert.Empty(Given.CodesOf(payment => payment["BillingAddress"] = new JsonObject { ["Country"] = "BR" }));
    }

    [Fact]
    public void Number_and_code_are_wiped_with_the_request()
    {
        var asked = Given.Read(Given.Request());
        var (number, code) = (asked.Wire.Card.Value!.Number!, asked.Wire.Card.Value.SecurityCode!);
        Assert.Equal((Given.CardNumber, "***"), (number.Typed.ToString(), number.ToString()));
        asked.Dispose();
        Assert.Equal((new string('\0', 16), new string('\0', 3)), (number.Typed.ToString(), code.Typed.ToString()));
    }

    private static JsonObject WithToken(string token, string? code, bool? required)
    {
        var payment = Given.Request();
        payment.Remove("Card");
        payment["CreditCardToken"] = new JsonObject { ["Value"] = token, ["SecurityCode"] = code, ["RequireSecurityCode"] = required };
        return payment;
    }
}
