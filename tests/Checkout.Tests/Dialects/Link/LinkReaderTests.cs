using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Tests.Core;
using Checkout.Web.Dialects.Link;

namespace Checkout.Tests.Dialects.Link;

public sealed class LinkReaderTests
{
    private static readonly Merchant Shop = new() { Id = 1010, Name = "Shop", Settings = new() { Currencies = ["EUR", "JPY"] } };

    private static Dictionary<string, string> Good() => new()
    {
        ["site"] = "1010", ["reference"] = "LINK-7", ["amount"] = "2599", ["currency"] = "EUR", ["return"] = "https://shop.example/back", ["signature"] = "x",
    };

    [Fact]
    public void Reads_an_order_with_its_defaults()
    {
        var order = LinkReader.Read(Good(), Shop, Some.Now).Order!;
        Assert.Equal((Dialect.Link, "LINK-7", 2599, true, false, null), (order.Dialect, order.Reference, order.Amount.Minor, order.CaptureNow, order.KeepCard, order.Shopper));
        Assert.Equal(TimeSpan.FromMinutes(60), order.LinkLifetime);
    }

    [Theory]
    [InlineData("reference", "")]
    [InlineData("reference", "has space")]
    [InlineData("amount", "0")]
    [InlineData("amount", "-1")]
    [InlineData("amount", "25.99")]
    [InlineData("amount", "1e3")]
    [InlineData("amount", "+5")]
    [InlineData("amount", "1000000000000")]
    [InlineData("currency", "eur")]
    [InlineData("currency", "XXX")]
    [InlineData("currency", "USD")]
    [InlineData("return", "javascript:alert(1)")]
    [InlineData("return", "http://shop.example/")]
    [InlineData("customer", "a b")]
    [InlineData("language", "english please")]
    [InlineData("capture", "true")]
    [InlineData("save", "2")]
    [InlineData("expires", "soon")]
    [InlineData("expires", "99999999999999999")]
    [InlineData("cusomer", "shopper-7")]
    public void Names_the_parameter_that_is_wrong(string name, string value)
    {
        var given = Good();
        given[name] = value;
        var reading = LinkReader.Read(given, Shop, Some.Now);
        Assert.Equal((LinkFault.InvalidParameter, name), (reading.Fault, reading.Parameter));
    }

    [Fact]
    public void A_lapsed_link_says_so_and_a_long_wish_is_cut_to_a_day()
    {
        var given = Good();
        given["expires"] = Some.Now.AddSeconds(-1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(LinkFault.Lapsed, LinkReader.Read(given, Shop, Some.Now).Fault);
        given["expires"] = "1893456000";
        Assert.Equal(TimeSpan.FromHours(24), LinkReader.Read(given, Shop, Some.Now).Order!.LinkLifetime);
    }
}
