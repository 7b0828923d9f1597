namespace Checkout.Tests.Server.Chain;

/// <summary>One chain per mode, shared by the tests that give their provider no trouble.</summary>
public abstract class Chains(params ProviderMode[] modes) : IAsyncLifetime
{
    private readonly Dictionary<ProviderMode, ChainedCheckout> _all = [];

    public ChainedCheckout this[ProviderMode mode] => _all[mode];

    public async Task InitializeAsync()
    {
        foreach (var mode in modes) _all[mode] = await ChainedCheckout.StartAsync(mode);
    }

    public async Task DisposeAsync()
    {
        foreach (var chain in _all.Values) await chain.DisposeAsync();
    }
}

public sealed class AllChains() : Chains(Enum.GetValues<ProviderMode>());
