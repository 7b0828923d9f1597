namespace Checkout.Tests.Server.Simulated;

/// <summary>What the shopper sees of captures and cancels that go wrong. The reference names the scenario.</summary>
public sealed class FollowUpPageTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private readonly Shopper _shopper = new(server.Checkout);
    private ScenarioShop _shop = null!;

    public async Task InitializeAsync() => _shop = await ScenarioShop.OpenAsync(server.Checkout);

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task While_a_capture_is_pending_the_shopper_is_back_at_the_shop_and_later_the_page_says_paid()
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, "capture-pending-7");
        Assert.StartsWith($"{Orders.ReturnUrl}&data=7", (await _shopper.PayAsync(form)).GoesTo!, StringComparison.Ordinal);
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(8));
        await _shop.HearsAsync(reference, 13, 11);
        Assert.Equal("Payment complete", (await _shopper.OpenAsync(form.Address)).Element("result").TextContent);
        Assert.Equal(Story.Paid, await _shop.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("capture-lost-reply")]
    [InlineData("capture-refused")]
    [InlineData("refund-lost-reply")]
    [InlineData("refund-pending-7")]
    [InlineData("refund-refused")]
    [InlineData("refund-fails-later")]
    public async Task Troubles_of_the_merchants_own_actions_are_none_of_the_shoppers(string scenario)
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, scenario);
        Assert.Contains("data=2", (await _shopper.PayAsync(form)).GoesTo!, StringComparison.Ordinal);
        await _shop.HearsAsync(reference, 11);
        Assert.Equal(Story.Paid, await _shop.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("cancel-refused")]
    [InlineData("cancel-fails-later")]
    [InlineData("cancel-lost-reply")]
    [InlineData("cancel-pending-7")]
    public async Task Where_no_money_is_held_a_shopper_leaves_the_bank_and_another_card_pays(string scenario)
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, scenario);
        Assert.NotNull((await _shopper.PayAsync(form, Orders.Challenged)).GoesTo);
        var other = await _shopper.PressAsync(await _shopper.OpenAsync(form.Action("card")), "use-other-card");
        await _shopper.PayAsync(other);
        await _shop.HearsAsync(reference, 11);
        Assert.Equal(Story.Paid, await _shop.LedgerAsync(reference));
    }
}
