using System.Collections.Frozen;
using Checkout.Connectors.Simulator;
using Checkout.Core.Merchants;
using Checkout.Core.Providers;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Web.Hosting.Providers;

/// <summary>
/// Which provider takes a merchant's payments: its accounts in their order, for test or for live payments. The simulator takes the test
/// payments of merchants who have no account for them, in Production too, and never a live one.
/// </summary>
public sealed class ProviderRoutes(SimulatorConnector simulator, ConnectorMaker maker, SandboxSettings sandbox, ILogger<ProviderRoutes> log) : IConnectors
{
    private readonly IReadOnlyList<IConnector> _simulatorOnly = [simulator];
    private FrozenDictionary<(int Merchant, string Name), IConnector> _connectors = FrozenDictionary<(int, string), IConnector>.Empty;
    private FrozenDictionary<(int Merchant, bool IsTest), IReadOnlyList<IConnector>> _routes = FrozenDictionary<(int, bool), IReadOnlyList<IConnector>>.Empty;

    public IReadOnlyList<IConnector> For(Merchant merchant, bool isTest) =>
        _routes.TryGetValue((merchant.Id, isTest), out var route) ? route : isTest ? _simulatorOnly : [];

    public IConnector Named(int merchant, string name) =>
        name == simulator.Name ? simulator : Find(merchant, name) ?? throw new InvalidOperationException($"Merchant {merchant} has no connector called {name}.");

    /// <summary>The connector of an account; null when there is none of that name.</summary>
    public IConnector? Find(int merchant, string name) => _connectors.GetValueOrDefault((merchant, name));

    /// <summary>Takes over the accounts as they are now. Connectors that exist stay: they remember how their upstream is doing.</summary>
    public void Use(IReadOnlyList<ProviderAccount> accounts)
    {
        var connectors = accounts.Select(a => (Key: (a.Merchant, a.Name), Connector: Find(a.Merchant, a.Name) ?? TryMake(a)))
            .Where(made => made.Connector is not null).ToFrozenDictionary(made => made.Key, made => made.Connector!);
        var serving = from account in accounts
                      where !account.IsRetired && connectors.ContainsKey((account.Merchant, account.Name))
                      from isTest in sandbox.Enabled ? [true] : new[] { account.IsTest }
                      orderby account.Order, account.Number
                      group connectors[(account.Merchant, account.Name)] by (account.Merchant, isTest);
        _connectors = connectors;
        _routes = serving.ToFrozenDictionary(g => g.Key, IReadOnlyList<IConnector> (g) => [.. g]);
    }

    /// <summary>One account whose secrets do not open must not keep all others from serving.</summary>
    private IConnector? TryMake(ProviderAccount account)
    {
        try
        {
            return maker.Make(account);
        }
        catch (VaultRefusedException trouble)
        {
            Log.AccountBroken(log, account.Merchant, account.Name, trouble);
            return null;
        }
    }
}
