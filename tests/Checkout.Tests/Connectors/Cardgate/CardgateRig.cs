using Checkout.Connectors.Cardgate;
using Checkout.Connectors.Exchange;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>The connector as the server builds it, pointed at an upstream of the test's choice.</summary>
internal static class CardgateRig
{
    public static CardgateAccount Account(CardEntry entry, string url, string? gate = null, string account = CardgateStub.Account, string key = CardgateStub.Key, string secret = CardgateStub.Secret) =>
        new("cardgate-1", new Uri(url), new Uri(gate ?? url), account, key, secret, entry, IsTest: true, () => "http://127.0.0.1:9/callbacks/cardgate-1");

    public static CardgateConnector Connect(CardgateAccount account, TimeProvider? clock = null, HttpMessageHandler? wire = null)
    {
        var http = new HttpClient(wire ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return new CardgateConnector(new UpstreamHttp(http, new Breaker(TimeProvider.System)), account, clock ?? TimeProvider.System);
    }

    /// <summary>A connector that sends cards to the stub, or sends shoppers there.</summary>
    public static CardgateConnector Connect(CardgateStub stub, CardEntry entry, TimeProvider? clock = null)
    {
        stub.TakesCards = entry == CardEntry.Ours;
        return Connect(Account(entry, stub.Address + "/api", stub.Address + "/gate"), clock);
    }
}
