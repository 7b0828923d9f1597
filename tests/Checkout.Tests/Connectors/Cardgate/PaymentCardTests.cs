using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>What may be shown of a card that was typed at the provider.</summary>
public sealed class PaymentCardTests
{
    private const string Good = "\"expiry_month\":\"12\",\"expiry_year\":\"32\"";

    [Theory]
    [InlineData("""{"first":"512381","last":"0000","mask":"512381******0000","brand":"mastercard"}""", Brand.Mastercard, "512381", "0000")]
    [InlineData("""{"first":"512381","last":"0000","brand":null,"network":"MASTERCARD"}""", Brand.Mastercard, "512381", "0000")]
    [InlineData("""{"first":"51238172","last":"0000"}""", Brand.Mastercard, "512381", "0000")]
    [InlineData("""{"first":512381,"last":"0004"}""", Brand.Mastercard, "512381", "0004")]
    [InlineData("""{"mask":"411111******1111","brand":"something_new"}""", Brand.Visa, "411111", "1111")]
    [InlineData("""{"mask":"37828224******10005"}""", null, null, null)]
    [InlineData("""{"last":"0005","brand":"amex"}""", Brand.Amex, "", "0005")]
    [InlineData("""{"first":"512381"}""", null, null, null)]
    [InlineData("""{"first":"512381","last":"00000000"}""", null, null, null)]
    [InlineData("""{"mask":"5123817234060000"}""", null, null, null)]
    [InlineData("""{"mask":"****"}""", null, null, null)]
    public async Task A_face_is_read_from_whatever_names_it(string card, Brand? brand, string? first, string? last)
    {
        var face = await FaceAsync(card[..^1] + "," + Good + "}");
        Assert.Equal((brand, first, last), (face?.Brand, face?.First6, face?.Last4));
    }

    [Theory]
    [InlineData("411111*********1111", 19)]
    [InlineData("411111******1111", 16)]
    [InlineData("378282*****0005", 15)]
    [InlineData("676770**0000", 12)]
    [InlineData("411111*1111", null)]
    [InlineData("411111**********1111", null)]
    [InlineData("411111 ****** 1111", null)]
    [InlineData("", null)]
    public async Task A_mask_tells_how_long_the_number_is(string mask, int? length) =>
        Assert.Equal(length, (await FaceAsync($$"""{"first":"411111","last":"1111","mask":"{{mask}}",{{Good}}}"""))!.Length);

    [Fact]
    public async Task Holder_expiry_and_country_come_along()
    {
        var face = await FaceAsync("""{"first":"512381","last":"0000","expiry_month":"1","expiry_year":"2032","holder":"ANN POE","issuer_country":"us"}""");
        Assert.Equal(("ANN POE", "01/32", "US"), (face!.Holder, face.Expiry.Printed, face.IssuingCountry));
    }

    [Theory]
    [InlineData("""{"type":"CREDIT","issuer_name":"FIRST DATA CORPORATION","issuer_country":"US"}""", "CREDIT", "FIRST DATA CORPORATION", "US")]
    [InlineData("""{"type":"debit","issuer_name":"unknown","issuer_country":null}""", "DEBIT", null, null)]
    [InlineData("""{"type":7,"issuer_name":["A"],"issuer_country":"RO"}""", null, null, "RO")]
    [InlineData("""{"type":{},"issuer_name":"4111111111111111","issuer_country":"Romania"}""", null, null, null)]
    [InlineData("[]", null, null, null)]
    public async Task What_it_knows_of_the_cards_bank_comes_along_also_without_a_face(string card, string? type, string? bank, string? country)
    {
        var wire = new ScriptedWire().ThenInvoice($$"""{"status":"processed","payload":{"payment_card":{{card}} } }""", 200);
        var paid = Assert.IsType<ConnectorOutcome.Approved>(await wire.AskAsync());
        Assert.Equal((type, bank, country), (paid.Facts?.Type, paid.Facts?.IssuerName, paid.Facts?.Country));
        Assert.Equal(type is null && bank is null && country is null, paid.Facts is null);
    }

    [Theory]
    [InlineData("\"A1B2C3\"", "A1B2C3")]
    [InlineData("\"012345\"", "012345")]
    [InlineData("123456", "123456")]
    [InlineData("\"12345678901\"", "12345678901")]
    [InlineData("\"123456789012\"", null)]
    [InlineData("\"A1 B2\"", null)]
    [InlineData("\"<b>\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("-5", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public async Task The_code_of_the_approval_is_a_short_word_of_letters_and_digits(string code, string? read)
    {
        var wire = new ScriptedWire().ThenInvoice($$"""{"status":"processed","approval_code":{{code}} }""", 200);
        Assert.Equal(read, Assert.IsType<ConnectorOutcome.Approved>(await wire.AskAsync()).ApprovalCode);
    }

    [Theory]
    [InlineData("""{"first":"512381","last":"0000"}""")]
    [InlineData("""{"first":"512381","last":"0000","expiry_month":"13","expiry_year":"32"}""")]
    public async Task A_card_without_a_readable_expiry_is_not_shown(string card) => Assert.Null(await FaceAsync(card));

    [Theory]
    [InlineData("""[{"type":"3ds","details":{"eci":"05","version":"2"}}]""", "05", "2")]
    [InlineData("""[{"type":"cvv","details":{"eci":"07"}},{"type":"3DS","details":{"eci":2,"version":"2.2.0"}}]""", "02", "2.2.0")]
    [InlineData("""[{"type":"3ds","details":{"eci":"05"}}]""", "05", null)]
    [InlineData("""[{"type":"3ds","details":{"eci":"abc","version":2.1}}]""", null, "2.1")]
    [InlineData("""[{"type":"3ds","details":{"eci":"<b>","version":"two two two"}}]""", null, null)]
    [InlineData("""[{"type":"3ds","details":[]}]""", null, null)]
    [InlineData("""[{"type":"cvv","details":{"eci":"05","version":"2"}}]""", null, null)]
    [InlineData("""["3ds",7,null]""", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("null", null, null)]
    public async Task What_it_says_of_the_banks_challenge_is_taken_over_and_nothing_else(string verification, string? eci, string? version)
    {
        var expected = eci is null && version is null ? null : new PassedChallenge(eci, version);
        foreach (var status in new[] { "processed", "process_failed" })
        {
            var wire = new ScriptedWire().ThenInvoice($$"""{"status":"{{status}}","payload":{"payment_card":{"verification":{{verification}}} } }""", 200);
            Assert.Equal(expected, (await wire.AskAsync()).Challenge);
        }
    }

    private static async Task<CardFace?> FaceAsync(string card)
    {
        var wire = new ScriptedWire().ThenInvoice($$"""{"status":"processed","payload":{"payment_card":{{card}} } }""", 200);
        return Assert.IsType<ConnectorOutcome.Approved>(await wire.AskAsync()).Card;
    }
}
