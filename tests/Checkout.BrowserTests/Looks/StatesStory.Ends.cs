using System.Globalization;
using System.Text.Json.Nodes;
using Checkout.Tests.Server;

namespace Checkout.BrowserTests.Looks;

/// <summary>Ways to the ends: paid, given up, given back, and links that lead to nothing.</summary>
public abstract partial class StatesStory
{
    private async Task PaidAsync(Shopper shopper, string language) => await EndsAsync(shopper, language, () => shopper.PaysWith(Cards.Approved));

    private async Task ToAppAsync(Shopper shopper, string language)
    {
        shopper.Foresees("myshop://");
        await SetsMerchantAsync(settings => settings with { ReturnSchemes = ["myshop"] });
        await OpensAsync(shopper, language, request => request["ReturnURL"] = "myshop://paid");
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("result");
    }

    private async Task InReviewAsync(Shopper shopper, string language) =>
        await EndsAsync(shopper, language, () => shopper.PaysWith(Cards.Approved), request => request["Customer"]!["Email"] = "challenge@challenge.com");

    private async Task FailedAsync(Shopper shopper, string language)
    {
        var payment = await OpensPaymentAsync(request => request["Card"] = Cards.ByApi(Cards.Challenged));
        shopper.Opens(payment.Address);
        shopper.RefusesAtBank();
        shopper.Sees("thanks");
        shopper.Opens($"{payment.Page}?lang={language}");
        shopper.Sees("result");
    }

    private async Task CancelledAsync(Shopper shopper, string language) => await EndsAsync(shopper, language, shopper.Cancels);

    private async Task ExpiredAsync(Shopper shopper, string language)
    {
        var payment = await OpensPaymentAsync();
        await Server.AdvanceAsync(TimeSpan.FromMinutes(11));
        shopper.Opens($"{payment.Page}?lang={language}");
        shopper.Sees("result");
    }

    private async Task RefundedAsync(Shopper shopper, string language)
    {
        var payment = await EndsAsync(shopper, language, () => shopper.PaysWith(Cards.Approved));
        var id = (await Server.GetAsync($"/v1/payments?merchantTransactionID={payment.Reference}")).Json!["Payments"]![0]!["ID"]!.GetValue<long>();
        var refund = await Server.PostAsync($"/v1/payments/{id}/refunds", Orders.Refund(payment.Reference + "-back", 2599));
        Assert.Equal(201, (int)refund.Status);
        shopper.Opens($"{payment.Page}?lang={language}");
        shopper.Sees("result");
    }

    private Task UnknownLinkAsync(Shopper shopper, string language)
    {
        shopper.Foresees(404);
        shopper.Opens($"/pay/{new string('7', 32)}?lang={language}");
        return Task.CompletedTask;
    }

    private Task LapsedLinkAsync(Shopper shopper, string language)
    {
        shopper.Foresees(410);
        var lapsed = Server.Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        shopper.Prefers(language);
        shopper.Opens(SignedLink.Of("lapsed-1").With("return", Shop.ReturnUrl).With("expires", lapsed).Path);
        return Task.CompletedTask;
    }

    private async Task<OpenedPayment> EndsAsync(Shopper shopper, string language, Action end, Action<JsonObject>? change = null)
    {
        var payment = await OpensAsync(shopper, language, change);
        end();
        shopper.Sees("thanks");
        shopper.Opens($"{payment.Page}?lang={language}");
        shopper.Sees("result");
        return payment;
    }
}
