using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// Names of 16 letters and digits for what has only a number here: payments and refunds that another dialect made. A name is (merchant,
/// number, 32 zeros) put through a keyed permutation of 94 bits, so nothing is kept, no two share a name, and a guessed one names nothing.
/// </summary>
/// <remarks>A name opens no page: pages are found by the names that were stored with their payment, never by these.</remarks>
public sealed class NumberNames(IRequestMac mac)
{
    private const string Letters = CardgateIds.Alphanumerics;
    private const int Length = 16;
    private const int HalfBits = 47;
    private const int CheckBits = 32;
    private const int MerchantPlace = CheckBits + 31;
    private const int Rounds = 8;
    private const ulong HalfMask = (1UL << HalfBits) - 1;

    /// <param name="kind">What is named; a name of one kind names nothing of another.</param>
    /// <param name="merchant">Whose it is.</param>
    /// <param name="number">At most 2³¹−1.</param>
    /// <exception cref="OverflowException">The number is larger or negative.</exception>
    public string Of(string kind, int merchant, long number)
    {
        var whole = ((UInt128)checked((uint)merchant) << MerchantPlace) | ((UInt128)checked((uint)(int)number) << CheckBits);
        var (left, right) = Halves(whole);
        for (var round = 0; round < Rounds; round++) (left, right) = (right, left ^ Mix(kind, round, right));

        var mixed = Whole(left, right);
        Span<char> word = stackalloc char[Length];
        foreach (ref var letter in word)
        {
            letter = Letters[(int)(mixed % (UInt128)Letters.Length)];
            mixed /= (UInt128)Letters.Length;
        }

        return new string(word);
    }

    /// <summary>Reads a name back; false when it is none of this merchant's.</summary>
    public bool TryRead(string kind, int merchant, ReadOnlySpan<char> word, out long number)
    {
        number = 0;
        if (!TryDecode(word, out var mixed)) return false;
        var (left, right) = Halves(mixed);
        for (var round = Rounds - 1; round >= 0; round--) (left, right) = (right ^ Mix(kind, round, left), left);

        var whole = Whole(left, right);
        number = (int)(uint)(whole >> CheckBits) & int.MaxValue;
        return (uint)whole == 0 && whole >> MerchantPlace == (UInt128)(uint)merchant;
    }

    private static bool TryDecode(ReadOnlySpan<char> word, out UInt128 mixed)
    {
        mixed = 0;
        if (word.Length != Length) return false;
        for (var i = Length - 1; i >= 0; i--)
        {
            if (Letters.IndexOf(word[i], StringComparison.Ordinal) is var digit && digit < 0) return false;
            mixed = (mixed * (UInt128)Letters.Length) + (UInt128)digit;
        }

        return mixed >> (2 * HalfBits) == 0;
    }

    private static (ulong Left, ulong Right) Halves(UInt128 whole) => ((ulong)(whole >> HalfBits) & HalfMask, (ulong)whole & HalfMask);

    private static UInt128 Whole(ulong left, ulong right) => ((UInt128)left << HalfBits) | right;

    private ulong Mix(string kind, int round, ulong half)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"cardgate.number.v1\n{kind}\n{round}\n{half}");
        return BinaryPrimitives.ReadUInt64BigEndian(mac.Of(Encoding.UTF8.GetBytes(what))) & HalfMask;
    }
}
