namespace Checkout.Core.Tokens;

/// <summary>What an opaque word opens. Each purpose has a key of its own, so a word of one purpose never opens another.</summary>
public enum TokenPurpose { SavedCard, PageLink, BankReturn }

/// <summary>What an opaque word names: a row of a merchant, and the check value that must stand in that row.</summary>
public readonly record struct TokenTarget(int Merchant, long Number, long Check);

/// <summary>
/// Words of 32 upper-case hex digits that look random and need no index: one encrypted block of (merchant, row number, check value).
/// The caller compares the check value with the row's own.
/// </summary>
public interface IOpaqueTokens
{
    string Seal(TokenPurpose purpose, TokenTarget target);

    /// <summary>Reads a word back; false when it is not 32 hex digits. A forged word gives a target whose check value fits no row.</summary>
    bool TryOpen(TokenPurpose purpose, string? word, out TokenTarget target);
}
