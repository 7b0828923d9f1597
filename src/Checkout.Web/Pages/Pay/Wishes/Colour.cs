using System.Globalization;

namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>An opaque colour, and how well it can be told from another one.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The least contrast at which text can be read (WCAG 2.2, 1.4.3).</summary>
    public const double Readable = 4.5;

    /// <summary>The least contrast at which a line or a mark can be seen (WCAG 2.2, 1.4.11).</summary>
    public const double Visible = 3;

    public static readonly Colour Black = new(0, 0, 0);
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>Reads <c>#0a7</c>, <c>#00aa77</c>, both without the hash, and the names CSS has. Nothing transparent.</summary>
    public static bool TryRead(string text, out Colour colour)
    {
        colour = default;
        var hex = text.StartsWith('#') ? text[1..] : text;
        if (hex.Length is 3 or 6 && hex.All(char.IsAsciiHexDigit))
        {
            var digits = hex.Length == 6 ? hex : string.Concat(hex.Select(c => new string(c, 2)));
            colour = Of(int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            return true;
        }

        // The runtime spells "gray" in one way, CSS in two; and it knows colours of a desktop that CSS does not mean.
        var named = System.Drawing.Color.FromName(text.Replace("grey", "gray", StringComparison.OrdinalIgnoreCase));
        if (!text.All(char.IsAsciiLetter) || !named.IsKnownColor || named.IsSystemColor || named.A != byte.MaxValue) return false;
        colour = new Colour(named.R, named.G, named.B);
        return true;
    }

    /// <param name="hex">As in <c>0x2f46c8</c>.</param>
    public static Colour Of(int hex) => new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex);

    /// <summary>From 1, the same, to 21, black on white (WCAG's formula).</summary>
    public double Contrast(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>So much of another colour laid over this one.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">From 0, none, to 1.</param>
    public Colour Mix(Colour other, double share)
    {
        byte Part(byte from, byte to) => (byte)Math.Round(from + ((to - from) * share));
        return new Colour(Part(Red, other.Red), Part(Green, other.Green), Part(Blue, other.Blue));
    }

    /// <summary>From 0, black, to 1, white.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
