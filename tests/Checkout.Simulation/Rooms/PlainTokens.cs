using System.Globalization;
using Checkout.Core.Payments;
using Checkout.Core.Tokens;

namespace Checkout.Simulation.Rooms;

/// <summary>Opaque words that are not opaque, and the address of nowhere.</summary>
internal sealed class PlainTokens : IOpaqueTokens, IPublicAddress
{
    public static readonly PlainTokens One = new();

    public string Base => "https://pay.example";

    public string Seal(TokenPurpose purpose, TokenTarget target) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)purpose:X2}{target.Merchant:X6}{target.Number:X10}{target.Check:X14}");

    public bool TryOpen(TokenPurpose purpose, string? word, out TokenTarget target)
    {
        target = default;
        if (word is not { Length: 32 } || Number(word, 0, 2) != (int)purpose) return false;
        target = new TokenTarget((int)Number(word, 2, 6), Number(word, 8, 10), Number(word, 18, 14));
        return true;
    }

    private static long Number(string word, int start, int length) => long.Parse(word.AsSpan(start, length), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
