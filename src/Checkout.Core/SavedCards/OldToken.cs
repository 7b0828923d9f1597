namespace Checkout.Core.SavedCards;

/// <summary>
/// The word by which a merchant named a card at another system. It pays like a card and is often a provider's own token, so it prints as a mask,
/// and only its fingerprint is kept.
/// </summary>
public sealed class OldToken
{
    public const int Longest = 255;

    private const int HexDigits = 32;

    private readonly string _word;

    private OldToken(string word) => _word = word;

    /// <summary>Null when no import takes such a word.</summary>
    public static OldToken? Of(string? word)
    {
        if (word is not { Length: > 0 and <= Longest }) return null;
        // Hexadecimal digits are written in either case, and mean the same.
        return new OldToken(word.Length == HexDigits && word.All(char.IsAsciiHexDigit) ? word.ToUpperInvariant() : word);
    }

    /// <summary>The word in clear, for its fingerprint only.</summary>
    public string Reveal() => _word;

    public override string ToString() => "old token";
}
