using System.Text.Json.Nodes;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>Amounts are whole numbers of minor units, 1 to 12 digits (PAY-17).</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("\"1\"", 1)]
    [InlineData("\"0001\"", 1)]
    [InlineData("999999999999", 999_999_999_999)]
    [InlineData("\"999999999999\"", 999_999_999_999)]
    public void Numbers_and_digits_in_quotes_are_amounts(string sent, long minor)
    {
        var payment = Given.Request();
        payment["Amount"] = JsonNode.Parse(sent);
        using var asked = Given.Read(payment);
        Assert.Empty(asked.Faults);
        Assert.Equal(minor, asked.AmountMinor);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("-0")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1E+2")]
    [InlineData("1e400")]
    [InlineData("1000000000000")]
    [InlineData("9223372036854775808")]
    [InlineData("\"+1\"")]
    [InlineData("\"-1\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1 \"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"1.5\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"0x10\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"\u0661\u0662\"")]
    [InlineData("\"\uff11\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"Minor\":1}")]
    public void Nothing_else_is(string sent)
    {
        using var asked = Given.Read($$$"""{"Payment":{"MerchantTransactionID":"m","Currency":"EUR","ReturnURL":"https://shop.example","Amount":{{{sent}}}}}""");
        Assert.NotNull(asked);
        Assert.Equal([1001], asked.Faults.Select(f => f.Code));
        Assert.Null(asked.AmountMinor);
    }
}
