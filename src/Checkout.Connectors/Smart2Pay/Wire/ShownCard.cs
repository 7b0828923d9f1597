using System.Text.Json;
using Checkout.Core.Cards;

namespace Checkout.Connectors.Smart2Pay.Wire;

/// <summary>
/// Reads what they show of a card. The number is masked in one of several ways: <c>VISA-1111</c>, <c>Ends with 0004</c>,
/// <c>411111******1111</c>, or not shown at all.
/// </summary>
internal static class ShownCard
{
    /// <summary>Null when the last four digits or the expiry cannot be read.</summary>
    public static CardFace? Of(JsonElement card)
    {
        if (card.Text("Number") is not { } mask || Last4(mask) is not { } last4) return null;
        if (!Expiry.TryRead(card.Text("ExpirationMonth"), card.Text("ExpirationYear"), out var expiry)) return null;
        var first6 = First6(mask);
        var brand = first6.Length > 0 ? BrandRules.Recognise(first6) : BrandOf(mask);
        return new CardFace(brand, first6, last4, expiry, card.Text("HolderName") ?? "", CardFacts.CountryOf(card.Text("IssuingBankCountry")));
    }

    // Four digits and no more: a longer run would be a number that somebody forgot to mask.
    private static string? Last4(string mask) =>
        mask.Length > 4 && mask.AsSpan(mask.Length - 4).ContainsAnyExceptInRange('0', '9') is false && !char.IsAsciiDigit(mask[^5]) ? mask[^4..] : null;

    private static string First6(string mask) =>
        mask.Length > 10 && mask.AsSpan(0, 6).ContainsAnyExceptInRange('0', '9') is false && !char.IsAsciiDigit(mask[6]) ? mask[..6] : "";

    private static Brand BrandOf(string mask) => mask[..^4].TrimEnd('-').ToUpperInvariant() switch
    {
        "VISA" => Brand.Visa,
        "MASTERCARD" or "MC" => Brand.Mastercard,
        "AMEX" or "AMERICANEXPRESS" => Brand.Amex,
        "DINERS" => Brand.Diners,
        "DISCOVER" => Brand.Discover,
        "JCB" => Brand.Jcb,
        "UNIONPAY" => Brand.UnionPay,
        "MAESTRO" => Brand.Maestro,
        "MIR" => Brand.Mir,
        "ELO" => Brand.Elo,
        "HIPERCARD" => Brand.Hipercard,
        _ => Brand.Unknown,
    };
}
