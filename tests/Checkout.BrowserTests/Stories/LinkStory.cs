using System.Globalization;
using Checkout.BrowserTests.Browsers;
using Checkout.Tests.Server;

namespace Checkout.BrowserTests.Stories;

/// <summary>Links that are signed, lapsed, used up, tampered with or unknown.</summary>
[Collection(SecondHalf.Name)]
public sealed class LinkStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task A_link_that_lapses_under_the_shoppers_hands_says_so(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.TypesCard();
        await Server.AdvanceAsync(TimeSpan.FromMinutes(11));
        shopper.Pays();
        shopper.Sees("thanks");
        Assert.Contains("data=4", shopper.Reads("brought"), StringComparison.Ordinal);

        shopper.Opens(payment.Address);
        Assert.Equal("This payment link has expired", shopper.Reads("result"));
        shopper.Presses("back-to-shop");
        await IsNotChargedAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task An_ended_link_shows_the_result_without_card_data(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");

        await Server.AdvanceAsync(TimeSpan.FromHours(2));
        shopper.Opens(payment.Address);
        Assert.Equal("Payment complete", shopper.Reads("result"));
        Assert.False(shopper.Has("security-code"));
        Assert.DoesNotContain("1111", shopper.Page, StringComparison.Ordinal);
        shopper.Presses("back-to-shop");
        Assert.Contains("data=2", shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Tampered_and_unknown_links_look_the_same(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Foresees(404);
        shopper.Opens(payment.Page[..^1] + (payment.Page[^1] == '0' ? '1' : '0'));
        var tampered = shopper.Page;
        Assert.Contains("We do not know this payment link", tampered, StringComparison.Ordinal);

        shopper.Opens("/pay/" + new string('7', 32));
        Assert.Equal(tampered, shopper.Page);
        shopper.Opens("/v1/Payments/FillCardDetails?PaymentToken=1.1010." + payment.Page[^32..]);
        Assert.Equal(tampered, shopper.Page);
    }

    [Theory, EveryDevice]
    public async Task A_signed_link_opens_one_payment_however_often(Device device)
    {
        var link = NewLink();
        var reference = link.Parameters["reference"];
        var shopper = Arrives(device);
        shopper.Opens(link.Path);
        Assert.Contains("€12.34", shopper.Page, StringComparison.Ordinal);
        shopper.Opens(link.Path);
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");
        Assert.Contains("MerchantTransactionID=" + reference, shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(reference);

        shopper.Opens(link.Path);
        Assert.Equal("Payment complete", shopper.Reads("result"));
        shopper.Foresees(409);
        shopper.Opens(link.With("amount", "1").Path);
        Assert.Contains("This order asks for another amount now", shopper.Page, StringComparison.Ordinal);
    }

    [Theory, EveryDevice]
    public void A_signed_link_that_was_changed_or_has_lapsed_opens_nothing(Device device)
    {
        var link = NewLink();
        var shopper = Arrives(device);
        shopper.Foresees(404);
        shopper.Opens(link.With("amount", "1").PathWith(link.Signature));
        Assert.Contains("We do not know this payment link", shopper.Page, StringComparison.Ordinal);

        shopper.Foresees(410);
        var lapsed = Server.Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds();
        shopper.Opens(link.With("expires", lapsed.ToString(CultureInfo.InvariantCulture)).Path);
        Assert.Contains("This payment link has run out", shopper.Page, StringComparison.Ordinal);

        shopper.Foresees(400);
        shopper.Opens(link.With("currency", "XXX").Path);
        Assert.Contains("“currency”", shopper.Page, StringComparison.Ordinal);
    }

    private SignedLink NewLink() =>
        SignedLink.Of("link-" + Guid.NewGuid().ToString("N")[..16], amount: 1234).With("return", Shop.ReturnUrl).With("description", "Zwei Bücher & ein Heft");
}
