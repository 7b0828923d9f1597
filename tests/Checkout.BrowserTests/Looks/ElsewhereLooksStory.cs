using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;
using Checkout.BrowserTests.Stories.Chain;
using Checkout.Tests.Server;
using Checkout.Tests.Server.Chain;

namespace Checkout.BrowserTests.Looks;

/// <summary>What a shopper can get to see here while the provider's own page collects the card.</summary>
public enum ElsewhereState { NewCard, SavedCards, There, StillOpen, GaveUp }

/// <summary>The pages that ask for nothing themselves: readable by anybody, in light and dark, on a phone and down to 320 pixels.</summary>
[Collection(SecondHalf.Name)]
public sealed class ElsewhereLooksStory(World world, Smart2PayChains chains) : Story(world), IClassFixture<Smart2PayChains>
{
    private readonly ChainedCheckout _chain = chains[ProviderMode.Smart2PayTheirs];

    protected override RunningCheckout Server => _chain.First;

    public static TheoryData<ElsewhereState, string> All
    {
        get
        {
            TheoryData<ElsewhereState, string> all = [];
            foreach (var state in Enum.GetValues<ElsewhereState>())
            {
                foreach (var language in new[] { "en", "ar" }) all.Add(state, language);
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task It_looks_right(ElsewhereState state, string language)
    {
        var shopper = Arrives(Device.Desktop);
        var payment = await OpensPaymentAsync();
        shopper.Opens($"{payment.Page}?lang={language}");
        switch (state)
        {
            case ElsewhereState.NewCard:
                break;
            case ElsewhereState.SavedCards:
                await HasASavedCardAsync(shopper, payment);
                await OpensAgainAsync(shopper, payment, language);
                break;
            case ElsewhereState.There or ElsewhereState.StillOpen:
                shopper.Pays();
                shopper.Sees("card-number");
                shopper.Opens($"{payment.Page}?lang={language}");
                if (state == ElsewhereState.StillOpen) shopper.Presses("use-other-card");
                break;
            case ElsewhereState.GaveUp:
                shopper.Pays();
                shopper.Sees("card-number");
                shopper.Cancels();
                shopper.Sees("declined");
                shopper.Opens($"{payment.Page}?lang={language}");
                break;
        }

        LooksStory.LooksRight(shopper, $"Elsewhere{state}-{language}");
    }

    private async Task HasASavedCardAsync(Shopper shopper, OpenedPayment payment)
    {
        shopper.Agrees();
        shopper.Pays();
        shopper.Sees("card-number");
        shopper.TypesCard();
        shopper.Pays();
        shopper.Sees("thanks");
        await CheckoutClient.EventuallyAsync(() => _chain.PaymentAsync(payment.Reference), p => p.ShowToken);
    }

    private async Task OpensAgainAsync(Shopper shopper, OpenedPayment before, string language)
    {
        var next = await OpensPaymentAsync(request => request["Customer"] = new JsonObject { ["MerchantCustomerID"] = before.Reference });
        shopper.Opens($"{next.Page}?lang={language}");
        shopper.Sees("saved-card");
    }
}
