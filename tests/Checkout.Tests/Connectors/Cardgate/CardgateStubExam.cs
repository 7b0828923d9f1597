using Checkout.Connectors.Cardgate;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>Cards are collected by us and sent to the provider's card gate.</summary>
public sealed class CardgateStubExam(CardgateStub stub) : ConnectorExam, IClassFixture<CardgateStub>
{
    private static readonly HttpClient Browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private readonly CardgateConnector _connector = CardgateRig.Connect(stub, CardEntry.Ours);

    protected override IConnector Connector => _connector;

    protected override ExamCards Cards => new("5519283812030000", "4000000000000002", "5123817234060000", "4000000000000119");

    protected override bool ChecksCards => false;

    protected override IEnumerable<string> Remembered => [$"{_connector}"];

    protected override void Pass(TimeSpan time)
    {
    }

    protected override async Task VisitBankAsync(string reference, ShopperRedirect redirect, AtTheBank does)
    {
        Assert.True(redirect.Post);
        var decision = does switch { AtTheBank.Approves => "approve", AtTheBank.Refuses => "refuse", AtTheBank.GivesUp => "leave" };
        using var form = new FormUrlEncodedContent([.. redirect.Fields, new("decision", decision)]);
        Assert.Equal(302, (int)(await Browser.PostAsync(redirect.Url, form)).StatusCode);
    }
}
