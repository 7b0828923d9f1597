using Checkout.Core.Cards;
using Checkout.Tests.Server;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>What can be known of a card by the many ways in which its number is masked.</summary>
public sealed class ShownCardTests
{
    [Theory]
    [InlineData("VISA-1111", Brand.Visa, "", "1111")]
    [InlineData("visa-1111", Brand.Visa, "", "1111")]
    [InlineData("MASTERCARD-4444", Brand.Mastercard, "", "4444")]
    [InlineData("MC-4444", Brand.Mastercard, "", "4444")]
    [InlineData("AMEX-0005", Brand.Amex, "", "0005")]
    [InlineData("ELO-0005", Brand.Elo, "", "0005")]
    [InlineData("SHOPCARD-0005", Brand.Unknown, "", "0005")]
    [InlineData("Ends with 0004", Brand.Unknown, "", "0004")]
    [InlineData("411111******1111", Brand.Visa, "411111", "1111")]
    [InlineData("555555XXXXXX4444", Brand.Mastercard, "555555", "4444")]
    [InlineData("************1111", Brand.Unknown, "", "1111")]
    public async Task A_mask_with_four_digits_at_its_end_is_a_face(string mask, Brand brand, string first6, string last4)
    {
        var face = await FaceAsync("Number", mask);
        Assert.Equal((brand, first6, last4), (face!.Brand, face.First6, face.Last4));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("VISA")]
    [InlineData("1111")]
    [InlineData("VISA-111")]
    [InlineData("4111111111111111")]
    [InlineData("4111********")]
    public async Task Anything_else_is_none(string? mask) => Assert.Null(await FaceAsync("Number", mask));

    [Theory]
    [InlineData("ExpirationMonth", "13")]
    [InlineData("ExpirationMonth", "")]
    [InlineData("ExpirationMonth", null)]
    [InlineData("ExpirationYear", "1999")]
    [InlineData("ExpirationYear", "soon")]
    public async Task A_card_whose_date_cannot_be_read_is_not_shown(string field, string? value) => Assert.Null(await FaceAsync(field, value));

    [Theory]
    [InlineData("5", "31", "05/31")]
    [InlineData("05", "2031", "05/31")]
    public async Task A_date_may_be_short(string month, string year, string printed)
    {
        var order = new ExamOrder();
        var body = UpstreamSample.Of("direct").About(order).With("Card.ExpirationMonth", month).With("Card.ExpirationYear", year);
        Assert.Equal(printed, Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(order, 201, body)).Card!.Expiry.Printed);
    }

    [Theory]
    [InlineData("RO", "RO")]
    [InlineData("us", "US")]
    [InlineData("ROU", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task The_country_of_its_bank_is_told_with_and_without_a_face(string? told, string? country)
    {
        var order = new ExamOrder();
        var paid = Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(order, 201, UpstreamSample.Of("direct").About(order).With("Card.IssuingBankCountry", told)));
        Assert.Equal((country, country), (paid.Card!.IssuingCountry, paid.Facts?.Country));
        var masked = UpstreamSample.Of("direct").About(order).With("Card.IssuingBankCountry", told).With("Card.Number", "");
        var unseen = Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(order, 201, masked));
        Assert.Equal((null, country), (unseen.Card, unseen.Facts?.Country));
    }

    private static async Task<CardFace?> FaceAsync(string field, string? value)
    {
        var order = new ExamOrder();
        return Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(order, 201, UpstreamSample.Of("direct").About(order).With("Card." + field, value))).Card;
    }
}
