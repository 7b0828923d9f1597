using Checkout.BrowserTests.Browsers;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Tests.Server;
using Checkout.Tests.Server.Chain;

namespace Checkout.BrowserTests.Stories.Chain;

/// <summary>
/// Two Checkouts in a row: the shopper buys in the demo shop of the first, which has the second as its provider; the second charges with its
/// simulator. Every story on every device, in both ways of collecting the card; at its end both books say the same.
/// </summary>
public abstract class ChainStory(World world, Chains chains) : Story(world)
{
    /// <summary>A number both dialects' simulators take, and one that differs from it.</summary>
    private const string Good = "5519283812030000";
    private const string AlsoGood = "5555555555554444";

    protected ChainedCheckout Chain { get; private set; } = null!;

    protected override RunningCheckout Server => Chain.First;

    /// <summary>Which of the shop's buttons leads to the dialect of this half.</summary>
    protected abstract string Button { get; }

    protected abstract Dialect Dialect { get; }

    protected abstract string PaidStatus { get; }

    private bool IsTypedElsewhere => Chain.Mode.Entry() == CardEntry.Theirs;

    protected async Task TypesOnceAndThenThreeDigitsAsync(ProviderMode mode, Device device)
    {
        var shopper = Buys(mode, device);
        PaysWithANewCard(shopper, Good);
        var first = await IsPaidAsync(shopper);
        await CheckoutClient.EventuallyAsync(() => Chain.PaymentAsync(first, Dialect), p => p.ShowToken);

        shopper.Presses("again");
        PressesBuy(shopper);
        Assert.False(shopper.Has("card-number"));
        if (IsTypedElsewhere)
        {
            Assert.False(shopper.Has("security-code"));
            shopper.Pays();
            shopper.Sees("security-code");
            Assert.False(shopper.Has("card-number"));
        }

        shopper.TypesCode("123");
        shopper.Pays();
        await IsPaidAsync(shopper);
    }

    protected async Task PassesTheBankAsync(ProviderMode mode, Device device)
    {
        var shopper = Buys(mode, device);
        PaysWithANewCard(shopper, Cards.Challenged);
        shopper.ArrivesAtBank();
        shopper.ApprovesAtBank();
        await IsPaidAsync(shopper);
    }

    protected async Task TakesAnotherCardAfterARefusalAsync(ProviderMode mode, Device device)
    {
        var shopper = Buys(mode, device);
        PaysWithANewCard(shopper, Cards.Declined);
        Assert.Contains("declined", shopper.Reads("declined"), StringComparison.Ordinal);
        shopper.TypesCard(AlsoGood);
        shopper.Pays();
        await IsPaidAsync(shopper);
    }

    protected async Task GivesUpThereAsync(ProviderMode mode, Device device)
    {
        var shopper = Buys(mode, device);
        if (IsTypedElsewhere)
        {
            GoesThere(shopper);
            shopper.Cancels();
        }
        else
        {
            PaysWithANewCard(shopper, Cards.Challenged);
            shopper.ArrivesAtBank();
            shopper.CancelsAtBank();
        }

        Assert.Contains("You have not been charged", shopper.Reads("declined"), StringComparison.Ordinal);
        shopper.Cancels();
        Assert.Equal("You cancelled the payment", shopper.Reads("outcome"));
        await Chain.BooksAgreeAsync(shopper.Reads("order"), Dialect);
    }

    /// <summary>The way back is cut, which is to us as if the browser had been closed: only the provider's own message can tell.</summary>
    protected async Task NeverComesBackAsync(ProviderMode mode, Device device)
    {
        var shopper = Buys(mode, device);
        shopper.Foresees("ERR_BLOCKED");
        shopper.LosesTheWayTo(Chain.First.Address + "/return/*");
        if (IsTypedElsewhere)
        {
            GoesThere(shopper);
            TypesThere(shopper, Good);
            shopper.Submits("pay");
        }
        else
        {
            PaysWithANewCard(shopper, Cards.Challenged);
            shopper.ArrivesAtBank();
            shopper.Submits("approve");
        }

        var reference = await NewestAsync();
        await CheckoutClient.EventuallyAsync(() => Chain.PaymentAsync(reference, Dialect), p => p.Status == PaymentStatus.Captured);
        await Chain.BooksAgreeAsync(reference, Dialect);
        shopper.LosesTheWayTo();
        shopper.Opens($"/demo/back?MerchantTransactionID={reference}");
        shopper.ReadsIn("status", PaidStatus);
    }

    private Shopper Buys(ProviderMode mode, Device device)
    {
        Chain = chains[mode];
        var shopper = Arrives(device);
        shopper.OpensDemo();
        PressesBuy(shopper);
        return shopper;
    }

    private void PressesBuy(Shopper shopper)
    {
        shopper.Presses(Button);
        if (shopper.SeesOneOf("pay", "continue") == "continue") shopper.Presses("continue");
        shopper.Sees("pay");
    }

    private void PaysWithANewCard(Shopper shopper, string number)
    {
        if (IsTypedElsewhere)
        {
            GoesThere(shopper);
            TypesThere(shopper, number);
        }
        else
        {
            shopper.TypesCard(number);
            shopper.Agrees();
        }

        shopper.Pays();
    }

    /// <summary>Our page asks for nothing but the agreement, and leads to the provider's.</summary>
    private static void GoesThere(Shopper shopper)
    {
        Assert.Contains("the payment provider of Demo shop asks for your card", shopper.Reads("typed-elsewhere"), StringComparison.Ordinal);
        Assert.False(shopper.Has("card-number") || shopper.Has("security-code"));
        shopper.Agrees();
        shopper.Pays();
        shopper.Sees("card-number");
    }

    private static void TypesThere(Shopper shopper, string number)
    {
        shopper.TypesCard(number);
        if (shopper.Has("save-card")) shopper.Agrees();
    }

    private async Task<string> IsPaidAsync(Shopper shopper)
    {
        shopper.ReadsIn("status", PaidStatus);
        Assert.Equal("Thank you for your order", shopper.Reads("outcome"));
        var reference = shopper.Reads("order");
        await Chain.BooksAgreeAsync(reference, Dialect);
        return reference;
    }

    private async Task<string> NewestAsync() => (await Chain.Payments.ListAsync(new(int.Parse(RunningCheckout.Site, null), Dialect, null, null, 1)))[0].Reference;
}
