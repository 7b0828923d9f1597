using Checkout.Core.Merchants;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Tests.Dialects.Cardgate;

public sealed class InvoiceRulesTests
{
    [Theory]
    [InlineData("https://shop.example/hear", true, true)]
    [InlineData("https://shop.example:8443/hear?o=1", true, true)]
    [InlineData("https://shop.example:9443/hear", false, true)]
    [InlineData("http://shop.example/hear", false, true)]
    [InlineData("http://127.0.0.1:9/hear", false, true)]
    [InlineData("https://user:word@shop.example/hear", false, false)]
    [InlineData("myapp://hear", false, false)]
    [InlineData("/hear", false, false)]
    public void An_address_that_nobody_would_post_to_is_no_callback(string url, bool live, bool sandbox)
    {
        var merchant = new Merchant { Id = 7, Name = "Shop", Settings = new MerchantSettings { HttpReturn = true, ReturnSchemes = ["myapp"] } };
        Assert.Equal((live, sandbox), (InvoiceRules.IsCallback(url, merchant), InvoiceRules.IsCallback(url, merchant with { IsSandbox = true })));
    }
}
