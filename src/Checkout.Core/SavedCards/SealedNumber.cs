namespace Checkout.Core.SavedCards;

/// <summary>A card number as it lies in the store: sealed with a key of its own, which is wrapped under the key of an epoch.</summary>
public sealed record SealedNumber(int Epoch, byte[] WrappedKey, byte[] Ciphertext);

/// <summary>Whom a sealed number belongs to. It is sealed together with the number, so a row that was moved does not open (VLT-3).</summary>
public readonly record struct CardOwner(int Merchant, string? Shopper, long Card);
