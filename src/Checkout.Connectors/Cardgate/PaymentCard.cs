using System.Text.Json;
using Checkout.Core.Cards;

namespace Checkout.Connectors.Cardgate;

/// <summary>What an invoice shows of the card that paid. More than six first and four last digits are cut off (VLT-5).</summary>
internal static class PaymentCard
{
    private const int Most = 6;

    /// <returns>Null when it does not say enough to recognise the card by.</returns>
    public static CardFace? Read(JsonElement card)
    {
        var mask = card.Text("mask") ?? "";
        var first = Digits(card.Text("first")) ?? Digits(mask[..^mask.AsSpan().TrimStart("0123456789").Length]) ?? "";
        var last = Digits(card.Text("last")) ?? Digits(mask[mask.AsSpan().TrimEnd("0123456789").Length..]);
        if (last is not { Length: 4 } || !Expiry.TryRead(card.Text("expiry_month"), card.Text("expiry_year"), out var expiry)) return null;

        if (first.Length > Most) first = first[..Most];
        var country = card.Text("issuer_country") is { Length: 2 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;
        return new CardFace(BrandOf(card, first), first, last, expiry, card.Text("holder") ?? "", country);
    }

    private static Brand BrandOf(JsonElement card, string first) => (card.Text("brand") ?? card.Text("network"))?.ToUpperInvariant() switch
    {
        "VISA" => Brand.Visa,
        "MASTERCARD" or "MASTER CARD" => Brand.Mastercard,
        "AMEX" or "AMERICAN EXPRESS" or "AMERICAN_EXPRESS" => Brand.Amex,
        "DINERS" or "DINERS CLUB" or "DINERS_CLUB" => Brand.Diners,
        "DISCOVER" => Brand.Discover,
        "JCB" => Brand.Jcb,
        "UNIONPAY" or "UNION PAY" => Brand.UnionPay,
        "MAESTRO" => Brand.Maestro,
        "MIR" => Brand.Mir,
        "ELO" => Brand.Elo,
        "HIPERCARD" => Brand.Hipercard,
        _ => BrandRules.Recognise(first),
    };

    private static string? Digits(string? text) => text is { Length: > 0 } && text.All(char.IsAsciiDigit) ? text : null;
}
