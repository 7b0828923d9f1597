using Checkout.Core.Upstream;

namespace Checkout.Core.Providers;

/// <summary>Which protocol a provider speaks. The numbers are stored: never renumber, only add.</summary>
public enum ProviderKind { Smart2Pay = 1, Cardgate = 2 }

/// <summary>A merchant's account with a provider: where to call, who we are there, and which payments it takes. Its secrets are sealed.</summary>
public sealed record ProviderAccount
{
    public required int Merchant { get; init; }

    /// <summary>1, 2, 3 … per merchant, never given again: attempts and tokens remember it.</summary>
    public required int Number { get; init; }

    public required ProviderKind Kind { get; init; }

    /// <summary>The base of the provider's API, without a slash at its end.</summary>
    public required string Url { get; init; }

    /// <summary>The base for card data where the provider has one of its own.</summary>
    public string? CardgateUrl { get; init; }

    /// <summary>What the provider calls its service for cards where that is not its usual name; may hold a mark for the currency.</summary>
    public string? Service { get; init; }

    /// <summary>What the provider calls us: a site number, or an account id.</summary>
    public required string Account { get; init; }

    public required CardEntry Entry { get; init; }

    /// <summary>Takes test payments only; else live ones only. In a sandbox, where all payments are test payments, it does not matter.</summary>
    public bool IsTest { get; init; }

    /// <summary>The lowest takes new payments first.</summary>
    public int Order { get; init; }

    /// <summary>Takes no new payments; what is under way there is still looked after.</summary>
    public bool IsRetired { get; init; }

    /// <summary>What we send to prove who we are.</summary>
    public required byte[] SealedKey { get; init; }

    /// <summary>What proves that a callback is the provider's; null where the key does.</summary>
    public byte[]? SealedSecret { get; init; }

    /// <summary>The name of its connector, for example <c>smart2pay-1</c>.</summary>
    public string Name => FormattableString.Invariant($"{WordOf(Kind)}-{Number}");

    public static string WordOf(ProviderKind kind) => kind switch
    {
        ProviderKind.Smart2Pay => "smart2pay",
        ProviderKind.Cardgate => "cardgate",
    };
}
