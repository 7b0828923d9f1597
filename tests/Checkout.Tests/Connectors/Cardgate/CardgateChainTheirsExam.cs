using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>The shopper types the card on the page of another Checkout.</summary>
public sealed class CardgateChainTheirsExam(CardgateChain chain) : TheirsExam, IClassFixture<CardgateChain>
{
    private readonly IConnector _connector = chain.Connect(CardEntry.Theirs);

    protected override IConnector Connector => _connector;

    protected override ExamCards Cards => new("5519283812030000", "4000000000000002", "5123817234060000", "4000000000000119");

    protected override async Task PayThereAsync(ExamOrder order, ShopperRedirect redirect)
    {
        var shopper = chain.NewShopper();
        var page = await shopper.OpenAsync(redirect.Url);
        if (order.Token is null)
        {
            // The page remembers the card of an earlier test.
            if (page.Has("use-other-card")) page = await shopper.OpenAsync(new Uri(new Uri(redirect.Url), page.Element("use-other-card").GetAttribute("href")!).AbsoluteUri);
            await shopper.PayAsync(page, order.Card, save: true);
            return;
        }

        Assert.False(page.Has("card-number"), page.Text);
        await shopper.FollowAsync(await shopper.PostAsync(page, "card", [("security-code", "123"), ("pay", "1")]));
    }

    protected override async Task GiveUpThereAsync(ExamOrder order, ShopperRedirect redirect)
    {
        var shopper = chain.NewShopper();
        await shopper.PressAsync(await shopper.OpenAsync(redirect.Url), "cancel");
    }
}
