namespace Checkout.Core.Cards;

/// <summary>What a brand's cards look like: number lengths, length of the security code, and where the printed number has gaps.</summary>
public sealed record BrandRules(Brand Brand, string Name, IReadOnlyList<int> Lengths, int CodeLength, IReadOnlyList<int> Gaps)
{
    private static readonly int[] FourByFour = [4, 8, 12];
    private static readonly int[] AmexGaps = [4, 10];

    private static readonly BrandRules[] Rules =
    [
        new(Brand.Unknown, "Card", [12, 13, 14, 15, 16, 17, 18, 19], 3, FourByFour),
        new(Brand.Visa, "Visa", [13, 16, 18, 19], 3, FourByFour),
        new(Brand.Mastercard, "Mastercard", [16], 3, FourByFour),
        new(Brand.Amex, "American Express", [15], 4, AmexGaps),
        new(Brand.Diners, "Diners Club", [14, 16, 19], 3, AmexGaps),
        new(Brand.Discover, "Discover", [16, 19], 3, FourByFour),
        new(Brand.Jcb, "JCB", [16, 17, 18, 19], 3, FourByFour),
        new(Brand.UnionPay, "UnionPay", [14, 15, 16, 17, 18, 19], 3, FourByFour),
        new(Brand.Maestro, "Maestro", [12, 13, 14, 15, 16, 17, 18, 19], 3, FourByFour),
        new(Brand.Mir, "Mir", [16, 17, 18, 19], 3, FourByFour),
        new(Brand.Elo, "Elo", [16], 3, FourByFour),
        new(Brand.Hipercard, "Hipercard", [16], 3, FourByFour),
    ];

    // Ranges of leading digits, the most specific first: the first that fits decides.
    private static readonly (int From, int To, int Digits, Brand Brand)[] Ranges =
    [
        (401178, 401179, 6, Brand.Elo), (438935, 438935, 6, Brand.Elo), (457631, 457632, 6, Brand.Elo), (504175, 504175, 6, Brand.Elo),
        (506699, 506778, 6, Brand.Elo), (509000, 509999, 6, Brand.Elo), (627780, 627780, 6, Brand.Elo), (636297, 636297, 6, Brand.Elo),
        (636368, 636368, 6, Brand.Elo), (650031, 650033, 6, Brand.Elo), (650035, 650051, 6, Brand.Elo), (650405, 650439, 6, Brand.Elo),
        (606282, 606282, 6, Brand.Hipercard), (637095, 637095, 6, Brand.Hipercard), (637568, 637568, 6, Brand.Hipercard),
        (622126, 622925, 6, Brand.UnionPay), (6011, 6011, 4, Brand.Discover), (644, 649, 3, Brand.Discover), (65, 65, 2, Brand.Discover),
        (2200, 2204, 4, Brand.Mir), (3528, 3589, 4, Brand.Jcb), (300, 305, 3, Brand.Diners), (3095, 3095, 4, Brand.Diners),
        (36, 36, 2, Brand.Diners), (38, 39, 2, Brand.Diners), (34, 34, 2, Brand.Amex), (37, 37, 2, Brand.Amex),
        (2221, 2720, 4, Brand.Mastercard), (51, 55, 2, Brand.Mastercard), (62, 62, 2, Brand.UnionPay), (81, 81, 2, Brand.UnionPay),
        (50, 50, 2, Brand.Maestro), (56, 58, 2, Brand.Maestro), (60, 61, 2, Brand.Maestro), (63, 63, 2, Brand.Maestro),
        (66, 69, 2, Brand.Maestro), (4, 4, 1, Brand.Visa),
    ];

    public static BrandRules Of(Brand brand) => Rules[(int)brand];

    /// <summary>Recognises the brand by the leading digits; <see cref="Brand.Unknown"/> when no range fits.</summary>
    public static Brand Recognise(ReadOnlySpan<char> digits)
    {
        foreach (var (from, to, length, brand) in Ranges)
        {
            if (digits.Length >= length && int.Parse(digits[..length], System.Globalization.CultureInfo.InvariantCulture) is var lead && lead >= from && lead <= to)
                return brand;
        }

        return Brand.Unknown;
    }
}
