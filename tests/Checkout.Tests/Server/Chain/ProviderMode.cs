using Checkout.Core.Providers;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Server.Chain;

/// <summary>How the first Checkout of a chain calls the second.</summary>
public enum ProviderMode { Smart2PayOurs, Smart2PayTheirs, CardgateOurs, CardgateTheirs }

public static class ProviderModes
{
    public static TheoryData<ProviderMode> All => new(Enum.GetValues<ProviderMode>());

    public static TheoryData<ProviderMode> Ours => new([ProviderMode.Smart2PayOurs, ProviderMode.CardgateOurs]);

    public static TheoryData<ProviderMode> Theirs => new([ProviderMode.Smart2PayTheirs, ProviderMode.CardgateTheirs]);

    public static ProviderKind Kind(this ProviderMode mode) => mode is ProviderMode.Smart2PayOurs or ProviderMode.Smart2PayTheirs ? ProviderKind.Smart2Pay : ProviderKind.Cardgate;

    public static CardEntry Entry(this ProviderMode mode) => mode is ProviderMode.Smart2PayOurs or ProviderMode.CardgateOurs ? CardEntry.Ours : CardEntry.Theirs;
}
