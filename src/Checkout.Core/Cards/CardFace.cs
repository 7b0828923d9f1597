namespace Checkout.Core.Cards;

/// <summary>What may be shown of a card: never more than the first six and last four digits (VLT-5).</summary>
/// <param name="Length">How many digits the number has; null: nobody told, or by an older version that did not write it down.</param>
public sealed record CardFace(Brand Brand, string First6, string Last4, Expiry Expiry, string Holder, string? IssuingCountry = null, int? Length = null)
{
    public static CardFace Of(TypedCard card) =>
        new(card.Number.Brand, card.Number.First6, card.Number.Last4, card.Expiry, card.Holder, card.IssuingCountry, card.Number.Length);

    /// <summary>The same card as it is told of now. What is left out now stays as it was told before.</summary>
    public CardFace ToldAnew(CardFace now) => now with
    {
        Holder = now.Holder.Length > 0 ? now.Holder : Holder,
        IssuingCountry = now.IssuingCountry ?? IssuingCountry,
        Length = now.Length ?? Length,
    };
}
