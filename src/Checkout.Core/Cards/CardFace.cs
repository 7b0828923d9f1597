namespace Checkout.Core.Cards;

/// <summary>What may be shown of a card: never more than the first six and last four digits (VLT-5).</summary>
/// <param name="IssuingCountry">Two letters, as the merchant sent it; else as an upstream told it.</param>
/// <param name="Length">How many digits the number has; null: nobody told, or by an older version that did not write it down.</param>
public sealed record CardFace(Brand Brand, string First6, string Last4, Expiry Expiry, string Holder, string? IssuingCountry = null, int? Length = null)
{
    /// <summary>Nobody said whose card it is, and <see cref="Holder"/> is a stand-in; null: somebody did.</summary>
    public bool? IsHolderGuessed { get; init; }

    /// <summary>See <see cref="CardFacts.Type"/>; null: no upstream told, or by an older version that did not ask.</summary>
    public string? Type { get; init; }

    /// <summary>See <see cref="CardFacts.IssuerName"/>.</summary>
    public string? IssuerName { get; init; }

    public static CardFace Of(TypedCard card) => new(card.Number.Brand, card.Number.First6, card.Number.Last4, card.Expiry, card.Holder, card.IssuingCountry, card.Number.Length)
    {
        IsHolderGuessed = card.IsHolderGuessed ? true : null,
    };

    /// <summary>The same card as it is told of now. What is left out now, or only guessed, stays as it was told before.</summary>
    public CardFace ToldAnew(CardFace now)
    {
        var isHolderTold = now.Holder.Length > 0 && (now.IsHolderGuessed != true || Holder.Length == 0);
        var named = isHolderTold ? now : this;
        return now with
        {
            Holder = named.Holder,
            IsHolderGuessed = named.IsHolderGuessed,
            IssuingCountry = now.IssuingCountry ?? IssuingCountry,
            Length = now.Length ?? Length,
            Type = now.Type ?? Type,
            IssuerName = now.IssuerName ?? IssuerName,
        };
    }

    /// <summary>The same card with what an upstream knows of it. A country that the merchant sent stays, because it reads its own word back.</summary>
    public CardFace With(CardFacts? facts) => facts is null ? this : this with
    {
        IssuingCountry = IssuingCountry ?? facts.Country,
        Type = facts.Type ?? Type,
        IssuerName = facts.IssuerName ?? IssuerName,
    };
}
