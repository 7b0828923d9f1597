using Checkout.Core.Cards;

namespace Checkout.Simulation.Actors;

/// <summary>The card everybody types. What becomes of it is up to the upstream, not to its number.</summary>
internal static class Typing
{
    public static readonly Expiry Expiry = Expiry.TryRead("12", "2049", out var read) ? read : throw new InvalidOperationException("The expiry is wrong.");

    public static readonly CardFace Face = new(Brand.Visa, "411111", "1111", Expiry, "A Shopper");

    public static TypedCard Card() =>
        CardNumber.TryRead("4111111111111111", out var number, out _) ? new TypedCard(number, Expiry, "A Shopper") : throw new InvalidOperationException("The number is wrong.");

    public static SecurityCode Code() => SecurityCode.TryRead("123", out var code) ? code : throw new InvalidOperationException("The code is wrong.");
}
