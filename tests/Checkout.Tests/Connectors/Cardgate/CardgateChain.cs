using System.Net;
using Checkout.Core.Upstream;
using Checkout.Tests.Server;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>A second Checkout as the provider, with its page and its bank; the connector reaches it as any other server does.</summary>
public sealed class CardgateChain : IAsyncLifetime
{
    private RunningCheckout? _upstream;

    internal RunningCheckout Upstream => _upstream ?? throw new InvalidOperationException("The provider has not started.");

    public async Task InitializeAsync() => _upstream = await RunningCheckout.StartAsync();

    public async Task DisposeAsync() => await Upstream.DisposeAsync();

    internal IConnector Connect(CardEntry entry)
    {
        var account = entry == CardEntry.Ours ? SandboxMerchant.H2HAccount : SandboxMerchant.Account;
        return new AskingByName(CardgateRig.Connect(CardgateRig.Account(entry, Upstream.Address, account: account.Id, key: SandboxMerchant.CardgateKey)));
    }

    internal Shopper NewShopper() => new(Upstream);

    /// <summary>Enters the bank's page as it wants to be entered, decides there, and takes the answer back to the provider.</summary>
    internal async Task DecideAsync(ShopperRedirect redirect, string decision)
    {
        var shopper = NewShopper();
        var page = redirect.Post ? await shopper.PostAsync(redirect.Url, redirect.Fields.Select(f => (f.Key, f.Value))) : await shopper.GetAsync(redirect.Url);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var (decided, brings) = await shopper.PressesAtBankAsync(page, decision);
        if (decided.Status == HttpStatusCode.TemporaryRedirect) decided = await shopper.PostAsync(decided.Location!, brings);
        Assert.True(decided.Status is HttpStatusCode.SeeOther or HttpStatusCode.OK, decided.Answer.ToString());
    }
}
