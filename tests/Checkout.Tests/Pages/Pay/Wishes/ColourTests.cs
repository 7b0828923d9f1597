using Checkout.Web.Pages.Pay.Wishes;

namespace Checkout.Tests.Pages.Pay.Wishes;

public sealed class ColourTests
{
    [Theory]
    [InlineData("#0a7d4f", "#0a7d4f")]
    [InlineData("#0A7", "#00aa77")]
    [InlineData("0a7d4f", "#0a7d4f")]
    [InlineData("red", "#ff0000")]
    [InlineData("RebeccaPurple", "#663399")]
    [InlineData("darkslategrey", "#2f4f4f")]
    [InlineData("darkslategray", "#2f4f4f")]
    public void Hex_and_the_names_of_CSS_are_colours(string text, string colour)
    {
        Assert.True(Colour.TryRead(text, out var read));
        Assert.Equal(colour, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#12")]
    [InlineData("#12345")]
    [InlineData("#12345678")]
    [InlineData("#ggg")]
    [InlineData("##123")]
    [InlineData("transparent")]
    [InlineData("inherit")]
    [InlineData("ActiveBorder")]
    [InlineData("0")]
    [InlineData("35")]
    [InlineData("red;")]
    [InlineData("rgb(1,2,3)")]
    [InlineData("url(https://evil.example/x)")]
    [InlineData("expression(alert(1))")]
    [InlineData("red}body{display:none")]
    public void Anything_else_is_none(string text) => Assert.False(Colour.TryRead(text, out _));

    [Theory]
    [InlineData("#000", "#fff", 21)]
    [InlineData("#777", "#fff", 4.48)]
    [InlineData("#767676", "#fff", 4.54)]
    [InlineData("#f00", "#f00", 1)]
    public void Contrast_is_that_of_WCAG(string one, string two, double contrast)
    {
        Assert.True(Colour.TryRead(one, out var first));
        Assert.True(Colour.TryRead(two, out var second));
        Assert.Equal(contrast, first.Contrast(second), 2);
        Assert.Equal(first.Contrast(second), second.Contrast(first));
    }
}
