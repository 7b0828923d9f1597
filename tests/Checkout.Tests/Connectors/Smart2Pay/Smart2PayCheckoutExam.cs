using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay;
using Checkout.Core.Upstream;
using Checkout.Tests.Server;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>An account at another Checkout, which speaks the dialect of the same name.</summary>
public sealed class CheckoutAccount : SandboxServer, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public void Dispose() => _client.Dispose();

    public Smart2PayConnector Connector(CardEntry entry) => new(
        new UpstreamHttp(_client, new Breaker(TimeProvider.System)),
        new Smart2PayAccount("smart2pay-1", new Uri(Checkout.Address), CheckoutClient.Site, CheckoutClient.Key, entry),
        TimeProvider.System);
}

/// <summary>The exam with another Checkout upstream: both sides of the protocol, a real server and a real shopper between them.</summary>
public sealed class Smart2PayCheckoutExam(CheckoutAccount account) : ConnectorExam, IClassFixture<CheckoutAccount>
{
    protected override IConnector Connector { get; } = account.Connector(CardEntry.Ours);

    protected override ExamCards Cards => new(Orders.Visa, Orders.Declined, Orders.Challenged, Orders.Unanswered);

    protected override IEnumerable<string> Remembered => [Connector.ToString()!];

    protected override void Pass(TimeSpan time) => ((SandboxClock)account.Checkout.Clock).MoveTo(account.Checkout.Clock.GetUtcNow() + time);

    protected override async Task VisitBankAsync(string reference, ShopperRedirect redirect, AtTheBank does)
    {
        var shopper = new Shopper(account.Checkout);
        var leaving = await shopper.OpenAsync(redirect.Url);
        await shopper.DecideAsync(leaving.GoesTo!, does switch
        {
            AtTheBank.Approves => "approve",
            AtTheBank.Refuses => "refuse",
            AtTheBank.GivesUp => "cancel",
        });
    }
}

/// <summary>The same where the shopper types the card on the other Checkout's page.</summary>
public sealed class Smart2PayTheirsCheckoutExam(CheckoutAccount account) : TheirsExam, IClassFixture<CheckoutAccount>
{
    private readonly Shopper _shopper = new(account.Checkout);

    protected override IConnector Connector { get; } = account.Connector(CardEntry.Theirs);

    protected override ExamCards Cards => new(Orders.Visa, Orders.Declined, Orders.Challenged, Orders.Unanswered);

    protected override async Task PayThereAsync(ExamOrder order, ShopperRedirect redirect)
    {
        var page = await _shopper.OpenAsync(redirect.Url);
        if (page.Has("card-number")) await _shopper.PayAsync(page, order.Card, save: true);
        else await _shopper.FollowAsync(await _shopper.PostAsync(page, "card", [("security-code", "123"), ("pay", "1")]));
    }

    protected override async Task GiveUpThereAsync(ExamOrder order, ShopperRedirect redirect) =>
        await _shopper.PressAsync(await _shopper.OpenAsync(redirect.Url), "cancel");
}
