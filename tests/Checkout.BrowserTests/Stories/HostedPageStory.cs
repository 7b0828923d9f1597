using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>The hosted page of the Cardgate dialect: sent there by GET and by POST, a card the merchant named, and the way back by outcome.</summary>
[Collection(FirstHalf.Name)]
public sealed class HostedPageStory(World world) : CardgateStory(world)
{
    [Theory, EveryDevice]
    public async Task A_shop_sends_its_shopper_by_GET_and_by_POST(Device device)
    {
        foreach (var method in new[] { "get", "post" })
        {
            var invoice = await OpensInvoiceAsync();
            var shopper = Arrives(device);
            shopper.Opens(Shop.Sells(invoice.Action, method));
            shopper.Presses("go");
            shopper.PaysWith(Approved);
            Assert.Equal("?came=success", shopper.Reads("brought"));
            await IsChargedOnceAsync(invoice.Reference);
        }
    }

    [Theory, EveryDevice]
    public async Task A_card_that_the_merchant_named_needs_only_its_code(Device device)
    {
        var invoice = await OpensInvoiceForCardAsync("story-shopper");
        var shopper = Arrives(device);
        shopper.Opens(invoice.Action);
        Assert.Contains("0000", shopper.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(Approved, shopper.Driver.PageSource, StringComparison.Ordinal);
        Assert.False(shopper.Has("card-number"));
        shopper.TypesCode("123");
        shopper.Pays();
        Assert.Equal("?came=success", shopper.Reads("brought"));
        await IsChargedOnceAsync(invoice.Reference);
    }

    [Theory, EveryDevice]
    public async Task Giving_up_leads_back_to_the_address_for_failures(Device device)
    {
        var invoice = await OpensInvoiceAsync();
        var shopper = Arrives(device);
        shopper.Opens(invoice.Action);
        shopper.Cancels();
        Assert.Equal("?came=fail", shopper.Reads("brought"));
        await IsNotChargedAsync(invoice.Reference);
    }

    [Theory, EveryDevice]
    public async Task What_is_not_decided_leads_back_to_the_address_for_that(Device device)
    {
        // 100.03 is captured later: for the shopper it is over, for the merchant it is not.
        var invoice = await OpensInvoiceAsync(attributes => attributes["amount"] = 100.03m);
        var shopper = Arrives(device);
        shopper.Opens(invoice.Action);
        shopper.PaysWith(Approved);
        Assert.Equal("?came=pending", shopper.Reads("brought"));
    }
}
