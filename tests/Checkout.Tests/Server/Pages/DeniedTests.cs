using Checkout.Core.Payments;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Tests.Server.Pages;

/// <summary>What a shopper reads whom the fraud check denied: that it is over, as of any payment that a refusal ended, and no word of another card.</summary>
public sealed class DeniedTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task It_is_over_and_nobody_is_asked_for_another_card_or_told_of_fraud()
    {
        var shopper = new Shopper(server.Checkout);
        var order = Orders.Hosted(Orders.NewReference("denied")).With("Customer.Email", "deny@deny.com");
        var end = await shopper.PayAsync(await shopper.OrderAsync(order));
        var texts = Languages.Find("en")!;
        Assert.Equal(texts.Results.Failed.Title, end.Element("result").TextContent);
        Assert.Contains("No money was taken", end.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("another card", end.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("fraud", end.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(texts.Reasons.Of(PaymentReason.Declined)!, end.Text, StringComparison.Ordinal);
    }
}
