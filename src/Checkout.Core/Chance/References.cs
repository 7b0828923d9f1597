using System.Globalization;

namespace Checkout.Core.Chance;

/// <summary>Names and check values made by chance.</summary>
public static class References
{
    // No vowels and no look-alikes, so that no reference spells a word or is misread on the telephone.
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    private const string PayoutMark = "p";

    private const string Alphanumerics = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>
    /// The name of one upstream operation (PAY-2): merchant, payment, attempt, and 65 bits of chance. Made once, kept with the intent,
    /// reused in every call about it; it can be read back to its payment without an index. Matches <c>[0-9a-z-]{1,50}</c>.
    /// </summary>
    public static string ForAttempt(this IRandomSource random, int merchant, long payment, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{merchant}-{payment}-{attempt}-{Word(random, 14)}");

    /// <summary>The name of a payout's one operation, as <see cref="ForAttempt"/>; a letter stands where an attempt has its number.</summary>
    public static string ForPayout(this IRandomSource random, int merchant, long payout) =>
        string.Create(CultureInfo.InvariantCulture, $"{merchant}-{payout}-{PayoutMark}-{Word(random, 14)}");

    /// <summary>The payout that a reference begins with; null when it names none.</summary>
    public static long? PayoutOf(string reference) =>
        reference.Split('-') is [_, var number, PayoutMark, _] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var payout) ? payout : null;

    /// <summary>A check value of 56 bits, kept with a row and sealed into the opaque word that names it.</summary>
    public static long Check(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[8];
        random.Fill(bytes[..7]);
        bytes[7] = 0;
        return BitConverter.ToInt64(bytes);
    }

    /// <summary>A word of <paramref name="length"/> letters and digits by chance (4.75 bits each).</summary>
    public static string Word(this IRandomSource random, int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        random.Fill(bytes);
        Span<char> word = stackalloc char[length];
        for (var i = 0; i < length; i++) word[i] = Alphabet[bytes[i] % Alphabet.Length];
        return new string(word);
    }

    /// <summary>An id as dialects write theirs, <c>coma_</c> and the like: letters of both cases and digits (5.95 bits each).</summary>
    public static string Alphanumeric(this IRandomSource random, int length)
    {
        // A byte beyond the last whole round of the alphabet is thrown away, so that no letter is likelier than another.
        const int EndOfRounds = 256 / 62 * 62;
        Span<char> word = stackalloc char[length];
        Span<byte> chance = stackalloc byte[1];
        for (var filled = 0; filled < length;)
        {
            random.Fill(chance);
            if (chance[0] < EndOfRounds) word[filled++] = Alphanumerics[chance[0] % Alphanumerics.Length];
        }

        return new string(word);
    }
}
