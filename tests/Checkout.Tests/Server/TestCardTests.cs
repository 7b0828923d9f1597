namespace Checkout.Tests.Server;

/// <summary>The sandbox's own clock reaches what the page fills in.</summary>
public sealed class TestCardTests
{
    [Fact]
    public async Task A_test_card_is_good_by_the_clock_of_the_sandbox()
    {
        await using var checkout = await RunningCheckout.StartAsync(["Sandbox:Clock=2040-05-02T08:00:00Z"]);
        var shopper = new Shopper(checkout);
        var page = await shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
        Assert.Equal("12/43", page.Document.QuerySelector(".tests")!.GetAttribute("data-expiry"));
        var filled = await shopper.GetAsync($"{page.Action("card")}?fill={Orders.Visa}");
        Assert.Equal("12/43", filled.Value("card-expiry"));
    }
}
