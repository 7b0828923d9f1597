using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;
using Checkout.Web.Dialects.Link;
using Checkout.Web.Sandbox;
using Microsoft.AspNetCore.Http;

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
        await WaitsAsync(TimeSpan.FromMinutes(11));
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

        await WaitsAsync(TimeSpan.FromHours(2));
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
        var shopper = Arrives(device);
        shopper.Opens(Signed(link));
        Assert.Contains("€12.34", shopper.Page, StringComparison.Ordinal);
        shopper.Opens(Signed(link));
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");
        Assert.Contains("MerchantTransactionID=" + link["reference"], shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(link["reference"]);

        shopper.Opens(Signed(link));
        Assert.Equal("Payment complete", shopper.Reads("result"));
        shopper.Foresees(409);
        link["amount"] = "1";
        shopper.Opens(Signed(link));
        Assert.Contains("This order asks for another amount now", shopper.Page, StringComparison.Ordinal);
    }

    [Theory, EveryDevice]
    public void A_signed_link_that_was_changed_or_has_lapsed_opens_nothing(Device device)
    {
        var link = NewLink();
        var shopper = Arrives(device);
        shopper.Foresees(404);
        shopper.Opens(Signed(link).Replace("amount=1234", "amount=1", StringComparison.Ordinal));
        Assert.Contains("We do not know this payment link", shopper.Page, StringComparison.Ordinal);

        shopper.Foresees(410);
        link["expires"] = Server.Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        shopper.Opens(Signed(link));
        Assert.Contains("This payment link has run out", shopper.Page, StringComparison.Ordinal);

        shopper.Foresees(400);
        link.Remove("expires");
        link["currency"] = "XXX";
        shopper.Opens(Signed(link));
        Assert.Contains("“currency”", shopper.Page, StringComparison.Ordinal);
    }

    private async Task WaitsAsync(TimeSpan time) =>
        await Server.PostAsync("/sandbox/clock", new JsonObject { ["AdvanceSeconds"] = (long)time.TotalSeconds });

    private Dictionary<string, string> NewLink() => new()
    {
        ["site"] = "1010",
        ["reference"] = "link-" + Guid.NewGuid().ToString("N")[..16],
        ["amount"] = "1234",
        ["currency"] = "EUR",
        ["return"] = Shop.ReturnUrl,
        ["description"] = "Zwei Bücher & ein Heft",
    };

    private static string Signed(Dictionary<string, string> link)
    {
        var signature = LinkSignature.Of(link, Encoding.UTF8.GetBytes(SandboxMerchant.LinkSecret));
        return "/pay" + QueryString.Create(link.Append(KeyValuePair.Create(LinkSignature.Name, signature)).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));
    }
}
