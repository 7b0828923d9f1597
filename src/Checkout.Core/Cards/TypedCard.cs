namespace Checkout.Core.Cards;

/// <summary>A card as it was typed by a shopper or sent by a merchant, with the number in clear and without its security code.</summary>
public sealed record TypedCard(CardNumber Number, Expiry Expiry, string Holder, string? IssuingCountry = null) : IDisposable
{
    /// <summary>Nobody said whose card it is: <see cref="Holder"/> is a stand-in for the bank.</summary>
    public bool IsHolderGuessed { get; init; }

    public void Dispose() => Number.Dispose();
}
