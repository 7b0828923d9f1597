using System.Net;
using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>The merchant sends a token, or attests consent, or only reserves the amount.</summary>
[Collection(SecondHalf.Name)]
public sealed class GivenCardStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task A_token_without_its_code_asks_for_the_code_alone(Device device)
    {
        var token = await KeepsCardAsync();
        var payment = await OpensPaymentAsync(request => request["CreditCardToken"] = new JsonObject { ["Value"] = token, ["RequireSecurityCode"] = true });
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        Assert.Contains("1111", shopper.Page, StringComparison.Ordinal);
        Assert.False(shopper.Has("card-number"));
        Assert.False(shopper.Has("use-other-card"));
        shopper.TypesCode("123");
        shopper.Pays();
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_token_that_is_cancelled_meanwhile_leaves_a_page_that_says_so(Device device)
    {
        var token = await KeepsCardAsync();
        var payment = await OpensPaymentAsync(request => request["CreditCardToken"] = new JsonObject { ["Value"] = token, ["RequireSecurityCode"] = true });
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.TypesCode("123");
        Assert.Equal(HttpStatusCode.OK, (await Server.PostAsync($"/v1/card/token/{token}/cancel")).Status);
        shopper.Pays();
        Assert.Contains("can no longer be used", shopper.Reads("declined"), StringComparison.Ordinal);
        shopper.PaysWith(Cards.AlsoApproved);
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_card_sent_by_the_merchant_leads_straight_to_the_bank(Device device)
    {
        var payment = await OpensPaymentAsync(request => request["Card"] = Cards.ByApi(Cards.Challenged));
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.ArrivesAtBank();
        shopper.GoesBack();
        shopper.Opens(payment.Page);
        Assert.False(shopper.Has("use-other-card"));
        shopper.Presses("continue");
        shopper.ApprovesAtBank();
        Assert.Contains("data=2", shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_card_sent_by_the_merchant_has_one_try(Device device)
    {
        var payment = await OpensPaymentAsync(request => request["Card"] = Cards.ByApi(Cards.Challenged));
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.RefusesAtBank();
        Assert.Contains("data=4", shopper.Reads("brought"), StringComparison.Ordinal);
        shopper.Opens(payment.Page);
        Assert.Equal("Payment not completed", shopper.Reads("result"));
        await IsNotChargedAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Where_the_merchant_attests_consent_there_is_a_sentence_and_no_box(Device device)
    {
        await SetsMerchantAsync(settings => settings with { AttestsConsent = true });
        try
        {
            var payment = await OpensPaymentAsync();
            var shopper = Arrives(device);
            shopper.Opens(payment.Address);
            Assert.False(shopper.Has("save-card"));
            Assert.Contains("As you agreed with Demo shop", shopper.Page, StringComparison.Ordinal);
            shopper.PaysWith(Cards.Approved);
            shopper.Sees("thanks");
        }
        finally
        {
            await SetsMerchantAsync(settings => settings with { AttestsConsent = false });
        }
    }

    [Theory, EveryDevice]
    public async Task An_amount_that_is_only_reserved_goes_back_with_that_result(Device device)
    {
        var payment = await OpensPaymentAsync(request => request["Capture"] = false);
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Approved);
        Assert.Contains("data=9", shopper.Reads("brought"), StringComparison.Ordinal);
        shopper.GoesBack();
        Assert.Equal("Payment authorised", shopper.Reads("result"));
    }
}
