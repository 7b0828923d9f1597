namespace Checkout.Core.Cards;

/// <summary>What may be shown of a card: never more than the first six and last four digits (VLT-5).</summary>
public sealed record CardFace(Brand Brand, string First6, string Last4, Expiry Expiry, string Holder, string? IssuingCountry = null)
{
    public static CardFace Of(TypedCard card) =>
        new(card.Number.Brand, card.Number.First6, card.Number.Last4, card.Expiry, card.Holder, card.IssuingCountry);
}
