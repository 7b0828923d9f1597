using System.Text.Json;
using Checkout.Core.Cards;
using Checkout.Core.Payments;

namespace Checkout.Connectors.Cardgate;

/// <summary>What an invoice shows of the card that paid. More than six first and four last digits are cut off (VLT-5).</summary>
internal static class PaymentCard
{
    private const int Most = 6;
    private const int LongestVersion = 8;

    /// <returns>Null when it does not say enough to recognise the card by.</returns>
    public static CardFace? Read(JsonElement card)
    {
        var mask = card.Text("mask") ?? "";
        var first = Digits(card.Text("first")) ?? Digits(mask[..^mask.AsSpan().TrimStart("0123456789").Length]) ?? "";
        var last = Digits(card.Text("last")) ?? Digits(mask[mask.AsSpan().TrimEnd("0123456789").Length..]);
        if (last is not { Length: 4 } || !Expiry.TryRead(card.Text("expiry_month"), card.Text("expiry_year"), out var expiry)) return null;

        if (first.Length > Most) first = first[..Most];
        return new CardFace(BrandOf(card, first), first, last, expiry, card.Text("holder") ?? "", CardFacts.CountryOf(card.Text("issuer_country")), LengthOf(mask));
    }

    /// <summary>What it says of the card's bank and product (spec/cardgate.md §8).</summary>
    public static CardFacts? Facts(JsonElement card) => CardFacts.Of(card.Text("type"), card.Text("issuer_name"), card.Text("issuer_country"));

    /// <summary>What it says of a challenge of the card's bank. Words that cannot be what they should are left out.</summary>
    /// <returns>Null when it says nothing of one.</returns>
    public static PassedChallenge? Challenge(JsonElement card)
    {
        var passed = card.Elements("verification").FirstOrDefault(v => "3ds".Equals(v.Text("type"), StringComparison.OrdinalIgnoreCase)).Part("details");
        var eci = passed.Text("eci") is { Length: 1 or 2 } word && word.All(char.IsAsciiDigit) ? word.PadLeft(2, '0') : null;
        var version = passed.Text("version") is { Length: <= LongestVersion } said && said.All(c => char.IsAsciiDigit(c) || c == '.') ? said : null;
        return eci is null && version is null ? null : new PassedChallenge(eci, version);
    }

    /// <summary>A mask has a place for each digit of the number. One that has more or fewer than numbers have is a picture only.</summary>
    private static int? LengthOf(string mask) =>
        mask.Length is >= CardNumber.Shortest and <= CardNumber.Longest && mask.All(c => char.IsAsciiDigit(c) || c == '*') ? mask.Length : null;

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
