using System.Net;
using Checkout.Core.Payments;

namespace Checkout.Tests.Server.Chain;

/// <summary>A merchant is switched off while a shopper is on the page: wherever the card is typed, nothing new is charged.</summary>
public sealed class SwitchedOffTests(AllChains chains) : IClassFixture<AllChains>
{
    private const int Site = 1010;

    [Theory]
    [InlineData(ProviderMode.Smart2PayOurs)]
    [InlineData(ProviderMode.Smart2PayTheirs)]
    [InlineData(ProviderMode.CardgateOurs)]
    [InlineData(ProviderMode.CardgateTheirs)]
    public async Task The_page_asks_the_provider_for_nothing_until_it_is_on_again(ProviderMode mode)
    {
        var (chain, reference) = (chains[mode], Orders.NewReference("off"));
        var (shopper, browser) = (new ChainShopper(chain), new Shopper(chain.First));
        var page = await shopper.OrdersAsync(reference);
        await chain.First.ChangeAsync(Site, s => s with { Active = false });
        try
        {
            var before = chain.Line.Passed.Count;
            var refused = await browser.PayAsync(page, ChainShopper.Cards.Good);
            Assert.Equal((before, HttpStatusCode.ServiceUnavailable, false, true), (chain.Line.Passed.Count, refused.Status, refused.Has("pay"), refused.Has("cancel")));
            Assert.Contains("This shop cannot take cards at the moment", refused.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.OpenAsync(page.Address)).Status);
            Assert.Equal(PaymentStatus.Open, (await chain.PaymentAsync(reference)).Status);
        }
        finally
        {
            await chain.First.ChangeAsync(Site, s => s with { Active = true });
        }

        await shopper.PaysAsync(await browser.OpenAsync(page.Address));
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);
        await chain.BooksAgreeAsync(reference);
    }
}
