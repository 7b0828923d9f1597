using Checkout.Core.Merchants;

namespace Checkout.Web.Commands;

/// <summary>The keys of a merchant in the groups an operator changes them in.</summary>
public static class KeyKinds
{
    public const string Default = "smart2pay";

    private static readonly Dictionary<string, MerchantKeyKind[]> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        [Default] = [MerchantKeyKind.Api],
        ["cardgate"] = [MerchantKeyKind.CardgateApi],
        ["callback"] = [MerchantKeyKind.CallbackTest, MerchantKeyKind.CallbackLive],
        ["tokenise"] = [MerchantKeyKind.Tokenise],
        ["public"] = [MerchantKeyKind.PublicTest, MerchantKeyKind.PublicLive],
        ["link"] = [MerchantKeyKind.Link],
    };

    /// <summary>All a merchant has one of, in the order they are shown.</summary>
    public static IReadOnlyList<MerchantKeyKind> All { get; } =
    [
        MerchantKeyKind.Api, MerchantKeyKind.Tokenise, MerchantKeyKind.CardgateApi, MerchantKeyKind.PublicTest, MerchantKeyKind.CallbackTest, MerchantKeyKind.PublicLive, MerchantKeyKind.CallbackLive, MerchantKeyKind.Link,
    ];

    public static IReadOnlyList<MerchantKeyKind> Of(string group) => Groups.TryGetValue(group, out var kinds) ? kinds
        : throw new CommandRefusedException($"--kind is \"{group}\"; it must be one of: {string.Join(", ", Groups.Keys)}.");
}
