using Checkout.Connectors.Cardgate;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>The shopper types the card on the provider's page.</summary>
public sealed class CardgateStubTheirsExam(CardgateStub stub) : TheirsExam, IClassFixture<CardgateStub>
{
    private static readonly HttpClient Browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private readonly CardgateConnector _connector = CardgateRig.Connect(stub, CardEntry.Theirs);

    protected override IConnector Connector => _connector;

    protected override ExamCards Cards => new("5519283812030000", "4000000000000002", "5123817234060000", "4000000000000119");

    protected override Task PayThereAsync(ExamOrder order, ShopperRedirect redirect) =>
        VisitAsync(redirect, order.Token is null ? [new("number", order.Card), new("code", "123")] : [new("code", "123")]);

    protected override Task GiveUpThereAsync(ExamOrder order, ShopperRedirect redirect) => VisitAsync(redirect, [new("leave", "1")]);

    private static async Task VisitAsync(ShopperRedirect redirect, KeyValuePair<string, string>[] typed)
    {
        Assert.False(redirect.Post);
        using var form = new FormUrlEncodedContent(typed);
        Assert.Equal(302, (int)(await Browser.PostAsync(redirect.Url, form)).StatusCode);
    }
}
