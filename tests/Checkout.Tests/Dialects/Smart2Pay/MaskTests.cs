using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Smart2Pay;
using Microsoft.Extensions.Options;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>How card numbers are shown (VLT-5).</summary>
public sealed class MaskTests
{
    [Theory]
    [InlineData("4111111111111111", "VISA-1111")]
    [InlineData("4548812049400004", "Ends with 0004")]
    [InlineData("5555555555554444", "MASTERCARD-4444")]
    [InlineData("378282246310005", "Ends with 0005")]
    public void A_range_with_a_label_shows_it(string number, string mask) => Assert.Equal(mask, Given.Masks.Of(Given.Face(number)));

    [Theory]
    [InlineData("EUR", false, false, "VISA-1111")]
    [InlineData("BRL", false, false, "VISA-1111")]
    [InlineData("EUR", true, false, "Ends with 1111")]
    [InlineData("BRL", true, false, "Ends with 1111")]
    [InlineData("EUR", true, true, "VISA-1111")]
    [InlineData("BRL", true, true, "")]
    public void A_payment_by_token_hides_the_label_or_all(string currency, bool bySavedCard, bool alone, string mask)
    {
        var payment = Given.Payment() with { Amount = new Amount(1, Currency.Of(currency)), Details = new() { BySavedCard = bySavedCard, ByMerchantAlone = alone } };
        Assert.Equal(mask, Given.Masks.Of(payment, Given.Face()));
        if (mask.Length == 0)
            Assert.Equal("VISA-1111", Given.Masks.Of(payment with { Details = payment.Details with { Billing = new PostalAddress("BR") } }, Given.Face()));
    }

    [Fact]
    public void The_longest_range_decides()
    {
        var masks = new Masks(Options.Create(new Smart2PayOptions { MaskLabels = new() { ["4"] = "CARD", ["411111"] = "VISA" } }));
        Assert.Equal(("VISA-1111", "CARD-0004"), (masks.Of(Given.Face()), masks.Of(Given.Face("4548812049400004"))));
    }
}
