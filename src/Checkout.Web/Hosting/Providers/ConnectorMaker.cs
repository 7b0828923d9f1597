using Checkout.Connectors.Cardgate;
using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay;
using Checkout.Core.Payments;
using Checkout.Core.Providers;
using Checkout.Core.Upstream;

namespace Checkout.Web.Hosting.Providers;

/// <summary>Makes the connector of a provider account. A new kind of provider is one more line here.</summary>
public sealed class ConnectorMaker(ProviderHttp http, ProviderSecrets secrets, IPublicAddress address, SandboxSettings sandbox, TimeProvider clock)
{
    /// <exception cref="Core.SavedCards.VaultRefusedException">The account's secrets do not open.</exception>
    public IConnector Make(ProviderAccount account)
    {
        var exchange = new UpstreamHttp(http.Client, new Breaker(clock));
        return account.Kind switch
        {
            ProviderKind.Smart2Pay => new Smart2PayConnector(exchange, Smart2Pay(account), clock),
            ProviderKind.Cardgate => new CardgateConnector(exchange, Cardgate(account), clock),
        };
    }

    /// <summary>Where the provider of an account calls us by itself.</summary>
    public string CallbackUrlOf(ProviderAccount account) => CallbacksController.UrlOf(address.Base, account);

    private Smart2PayAccount Smart2Pay(ProviderAccount account) =>
        new(account.Name, new Uri(account.Url), account.Account, secrets.Key(account.Merchant, account.SealedKey), account.Entry);

    private CardgateAccount Cardgate(ProviderAccount account) => new(
        account.Name,
        new Uri(account.Url),
        new Uri(account.CardgateUrl ?? account.Url),
        account.Account,
        secrets.Key(account.Merchant, account.SealedKey),
        secrets.Secret(account.Merchant, account.SealedSecret ?? throw new InvalidOperationException($"The account {account.Name} has no secret for callbacks.")),
        account.Entry,
        // Every payment of a sandbox is a test payment, whatever was said when the account was added.
        account.IsTest || sandbox.Enabled,
        () => CallbackUrlOf(account))
    {
        Service = account.Service ?? CardgateAccount.UsualService,
    };
}
