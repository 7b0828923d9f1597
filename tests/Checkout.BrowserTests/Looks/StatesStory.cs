using System.Text.Json.Nodes;
using Checkout.Tests.Server.Cardgate;

namespace Checkout.BrowserTests.Looks;

/// <summary>Ways to bring a shopper to each state of the pages.</summary>
public abstract partial class StatesStory(World world) : Story(world)
{
    private const string NeverDecided = "5519283812030000";

    protected async Task ReachesAsync(PageState state, Shopper shopper, string language)
    {
        Func<Shopper, string, Task> way = state switch
        {
            PageState.Form => FormAsync,
            PageState.FormThatAsksForMore => FormThatAsksForMoreAsync,
            PageState.FormWithAttestedConsent => FormWithAttestedConsentAsync,
            PageState.FormWithLongWords => FormWithLongWordsAsync,
            PageState.FaultyForm => FaultyFormAsync,
            PageState.Declined => DeclinedAsync,
            PageState.SavedCards => (s, l) => SavedCardsAsync(s, l),
            PageState.FaultySavedCards => FaultySavedCardsAsync,
            PageState.RemoveCard => RemoveCardAsync,
            PageState.GivenCard => GivenCardAsync,
            PageState.LostCard => LostCardAsync,
            PageState.ToBank => ToBankAsync,
            PageState.AtBank => AtBankAsync,
            PageState.Bank => BankAsync,
            PageState.BankIsOver => BankIsOverAsync,
            PageState.Waiting => WaitingAsync,
            PageState.Blocked => BlockedAsync,
            PageState.Paid => PaidAsync,
            PageState.ToApp => ToAppAsync,
            PageState.InReview => InReviewAsync,
            PageState.Failed => FailedAsync,
            PageState.Cancelled => CancelledAsync,
            PageState.Expired => ExpiredAsync,
            PageState.Refunded => RefundedAsync,
            PageState.UnknownLink => UnknownLinkAsync,
            PageState.LapsedLink => LapsedLinkAsync,
            PageState.Demo => DemoAsync,
            PageState.DemoThanks => DemoThanksAsync,
        };
        await way(shopper, language);
    }

    private async Task<OpenedPayment> OpensAsync(Shopper shopper, string language, Action<JsonObject>? change = null)
    {
        var payment = await OpensPaymentAsync(change);
        shopper.Opens($"{payment.Page}?lang={language}");
        return payment;
    }

    private async Task FormAsync(Shopper shopper, string language)
    {
        await OpensAsync(shopper, language);
        shopper.TypesCard();
    }

    private async Task FormThatAsksForMoreAsync(Shopper shopper, string language) => await OpensAsync(shopper, language, request => request["Currency"] = "BRL");

    private async Task FormWithAttestedConsentAsync(Shopper shopper, string language)
    {
        await SetsMerchantAsync(settings => settings with { AttestsConsent = true });
        await OpensAsync(shopper, language);
        await SetsMerchantAsync(settings => settings with { AttestsConsent = false });
    }

    private async Task FormWithLongWordsAsync(Shopper shopper, string language)
    {
        shopper.Foresees(422);
        await OpensAsync(shopper, language, request =>
        {
            request["Description"] = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen/" + new string('8', 120);
            request["Amount"] = 99_999_999_999;
            request["Currency"] = "ARS";
        });
        shopper.TypesCard(Cards.AmericanExpress, code: "1", holder: new string('W', 150));
        shopper.Pays();
        shopper.Sees("error-summary");
    }

    private async Task FaultyFormAsync(Shopper shopper, string language)
    {
        shopper.Foresees(422);
        await OpensAsync(shopper, language, request => request["Currency"] = "BRL");
        shopper.PaysWith("4111111111111112", "1");
        shopper.Sees("error-summary");
    }

    private async Task DeclinedAsync(Shopper shopper, string language)
    {
        await OpensAsync(shopper, language);
        shopper.PaysWith(Cards.NoFunds);
        shopper.Sees("declined");
    }

    private async Task SavedCardsAsync(Shopper shopper, string language)
    {
        var buyer = "";
        foreach (var number in new[] { Cards.Approved, Cards.AmericanExpress, Cards.AlsoApproved })
        {
            var payment = await OpensAsync(shopper, language, request => buyer = As(request, buyer));
            if (number != Cards.Approved) shopper.AsksForAnotherCard();
            shopper.TypesCard(number, code: number == Cards.AmericanExpress ? "1234" : "123");
            shopper.Agrees();
            shopper.Pays();
            shopper.Sees("thanks");
        }

        await OpensAsync(shopper, language, request => As(request, buyer));
        shopper.Sees("saved-card");
    }

    private async Task FaultySavedCardsAsync(Shopper shopper, string language)
    {
        shopper.Foresees(422);
        await SavedCardsAsync(shopper, language);
        shopper.TypesCode("1");
        shopper.Pays();
        shopper.Sees("error-summary");
    }

    private async Task RemoveCardAsync(Shopper shopper, string language)
    {
        await SavedCardsAsync(shopper, language);
        shopper.PressesRemove("1111");
    }

    /// <summary>In the dialect that also lets the shopper use another one.</summary>
    /// <returns>Its token.</returns>
    private async Task<string> GivenCardAsync(Shopper shopper, string language)
    {
        var shop = new CardgateShop(Server);
        var token = await shop.TokenAsync("looks-" + language);
        var invoice = await shop.CreateAsync(CardgateShop.ByToken(token, "looks-" + language));
        shopper.Opens($"{CardgateShop.Attributes(invoice)["flow_data"]!["action"]}?lang={language}");
        return token;
    }

    private async Task LostCardAsync(Shopper shopper, string language)
    {
        await new CardgateShop(Server).SendAsync(HttpMethod.Delete, "/tokens/" + await GivenCardAsync(shopper, language), null);
        shopper.Driver.Navigate().Refresh();
        shopper.Sees("card-lost");
    }

    /// <summary>The step that sends a form to the bank, held open by keeping its script away.</summary>
    private async Task ToBankAsync(Shopper shopper, string language)
    {
        shopper.Foresees("/js/pay");
        await OpensAsync(shopper, language);
        shopper.TypesCard(Cards.ChallengedByPost);
        shopper.Driver.ExecuteCdpCommand("Network.setBlockedURLs", new() { ["urls"] = new[] { "*/js/pay*" } });
        shopper.Pays();
        shopper.Sees("continue");
    }

    private async Task AtBankAsync(Shopper shopper, string language)
    {
        var payment = await OpensAsync(shopper, language);
        shopper.PaysWith(Cards.Challenged);
        shopper.ArrivesAtBank();
        shopper.Opens($"{payment.Page}?lang={language}");
        shopper.Sees("use-other-card");
    }

    private async Task BankAsync(Shopper shopper, string language)
    {
        await OpensAsync(shopper, language);
        shopper.PaysWith(Cards.Challenged);
        shopper.ArrivesAtBank();
    }

    private async Task BankIsOverAsync(Shopper shopper, string language)
    {
        await BankAsync(shopper, language);
        var bank = shopper.Address;
        shopper.ApprovesAtBank();
        shopper.Sees("thanks");
        shopper.Opens(bank);
        shopper.Sees("back");
    }

    private async Task WaitingAsync(Shopper shopper, string language)
    {
        await OpensAsync(shopper, language);
        shopper.TypesCard(NeverDecided, "07/77");
        shopper.Pays();
        shopper.Sees("waiting");
    }

    /// <summary>The merchant looks at each invoice before anybody may pay it.</summary>
    private async Task BlockedAsync(Shopper shopper, string language)
    {
        await SetsMerchantAsync(settings => settings with { ModeratesInvoices = true });
        var invoice = await new CardgateShop(Server).CreateAsync(CardgateShop.Invoice("blocked-" + Guid.NewGuid().ToString("N")));
        await SetsMerchantAsync(settings => settings with { ModeratesInvoices = false });
        shopper.Opens($"/hpp/{CardgateShop.Id(invoice)}?lang={language}");
        shopper.Sees("waiting");
    }

    private Task DemoAsync(Shopper shopper, string language)
    {
        shopper.OpensDemo();
        shopper.Buys();
        shopper.Cancels();
        shopper.Presses("again");
        shopper.Sees("buy-mug");
        return Task.CompletedTask;
    }

    private Task DemoThanksAsync(Shopper shopper, string language)
    {
        shopper.OpensDemo();
        shopper.Buys();
        shopper.PaysWith(Cards.Approved);
        shopper.ReadsIn("status", "Captured");
        return Task.CompletedTask;
    }

    /// <summary>Lets a request be of the same shopper as the ones before.</summary>
    private static string As(JsonObject request, string buyer)
    {
        var customer = request["Customer"]!;
        if (buyer.Length > 0) customer["MerchantCustomerID"] = buyer;
        return customer["MerchantCustomerID"]!.GetValue<string>();
    }
}
