using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay;
using Checkout.Core.Upstream;
using Checkout.Tests.Connectors.Smart2Pay.Stub;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>Opens the played provider and an account at it.</summary>
public sealed class StubAccount : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    internal Smart2PayStub Stub { get; private set; } = null!;

    public async Task InitializeAsync() => Stub = await Smart2PayStub.OpenAsync();

    public async Task DisposeAsync() => await Stub.DisposeAsync();

    public void Dispose() => _client.Dispose();

    public Smart2PayConnector Connector(CardEntry entry) =>
        new(new UpstreamHttp(_client, new Breaker(TimeProvider.System)), new Smart2PayAccount("smart2pay-1", new Uri(Stub.Url), "1010", Smart2PayRig.Key, entry), TimeProvider.System);
}

/// <summary>The exam against the provider as the published samples play it. Its silent card is charged, and the line goes dead.</summary>
public sealed class Smart2PayStubExam(StubAccount account) : ConnectorExam, IClassFixture<StubAccount>
{
    protected override IConnector Connector { get; } = account.Connector(CardEntry.Ours);

    protected override ExamCards Cards => Smart2PayStub.Cards;

    protected override IEnumerable<string> Remembered => [Connector.ToString()!];

    protected override void Pass(TimeSpan time)
    {
        // Nothing there takes time.
    }

    protected override Task VisitBankAsync(string reference, ShopperRedirect redirect, AtTheBank does)
    {
        account.Stub.Visit(redirect.Url, does);
        return Task.CompletedTask;
    }
}

/// <summary>The same where the shopper types the card at the provider.</summary>
public sealed class Smart2PayTheirsStubExam(StubAccount account) : TheirsExam, IClassFixture<StubAccount>
{
    protected override IConnector Connector { get; } = account.Connector(CardEntry.Theirs);

    protected override ExamCards Cards => Smart2PayStub.Cards;

    protected override Task PayThereAsync(ExamOrder order, ShopperRedirect redirect)
    {
        account.Stub.Visit(redirect.Url, AtTheBank.Approves, order.Card);
        return Task.CompletedTask;
    }

    protected override Task GiveUpThereAsync(ExamOrder order, ShopperRedirect redirect)
    {
        account.Stub.Visit(redirect.Url, AtTheBank.GivesUp);
        return Task.CompletedTask;
    }
}
