using Checkout.Core.Cards;

namespace Checkout.Tests.Core.Cards;

/// <summary>What an upstream tells of a card is taken over where it can be what it should, and left out where not.</summary>
public sealed class CardFactsTests
{
    [Theory]
    [InlineData("CREDIT", "CREDIT")]
    [InlineData("debit", "DEBIT")]
    [InlineData("Charge card", "CHARGE CARD")]
    [InlineData("deferred_debit", "DEFERRED_DEBIT")]
    [InlineData("unknown", null)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("CREDIT1", null)]
    [InlineData("<b>CREDIT</b>", null)]
    [InlineData("CRÉDIT", null)]
    [InlineData("A TYPE THAT HAS NO END AT ALL", null)]
    [InlineData(null, null)]
    public void A_type_is_a_word_in_capitals(string? told, string? type) => Assert.Equal(type, CardFacts.Of(told, "Some bank", null)!.Type);

    [Theory]
    [InlineData("FIRST DATA CORPORATION", "FIRST DATA CORPORATION")]
    [InlineData(" Banca Transilvania ", "Banca Transilvania")]
    [InlineData("ПриватБанк № 1", "ПриватБанк № 1")]
    [InlineData("Unknown", null)]
    [InlineData("Bank\u0007", null)]
    [InlineData("Bank\nof somewhere", null)]
    [InlineData("Bank \u202Eof somewhere", null)]
    [InlineData("Bank 4111 1111 1111 1111", null)]
    [InlineData("   ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_bank_has_a_name_that_can_be_shown(string? told, string? name) => Assert.Equal(name, CardFacts.Of("CREDIT", told, null)!.IssuerName);

    [Theory]
    [InlineData("us", "US")]
    [InlineData("USA", null)]
    [InlineData("U1", null)]
    [InlineData(null, null)]
    public void A_country_has_two_letters(string? told, string? country) => Assert.Equal(country, CardFacts.Of("CREDIT", null, told)!.Country);

    [Fact]
    public void A_name_has_an_end()
    {
        Assert.Equal(100, CardFacts.Of(null, new string('x', 100), null)!.IssuerName!.Length);
        Assert.Null(CardFacts.Of(null, new string('x', 101), null));
    }

    // Not in the list above, because a test's name cannot say it.
    [Fact]
    public void Half_a_letter_is_no_name() => Assert.Null(CardFacts.Of(null, "Bank \ud800", null));

    [Fact]
    public void Of_nothing_comes_nothing() => Assert.Null(CardFacts.Of("unknown", "UNKNOWN", "--"));

    [Fact]
    public void A_country_that_the_merchant_sent_is_its_own_word()
    {
        var facts = new CardFacts("DEBIT", "Some bank", "US");
        Assert.Equal(("RO", "DEBIT", "Some bank"), Parts((Some.Face with { IssuingCountry = "RO" }).With(facts)));
        Assert.Equal(("US", "DEBIT", "Some bank"), Parts(Some.Face.With(facts)));
        Assert.Equal(("US", "DEBIT", "Some bank"), Parts(Some.Face.With(facts).With(new CardFacts(null, null, "DE"))));
        Assert.Equal(Some.Face, Some.Face.With(null));
    }

    private static (string?, string?, string?) Parts(CardFace face) => (face.IssuingCountry, face.Type, face.IssuerName);
}
