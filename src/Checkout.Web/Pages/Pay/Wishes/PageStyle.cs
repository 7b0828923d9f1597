using System.Security.Cryptography;
using System.Text;
using Checkout.Core.Merchants;

namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>
/// The style that stands in a page whose merchant has wishes. It is made of our own words and of colours alone, and the browser takes it by
/// its hash: nothing else can stand there.
/// </summary>
/// <param name="Text">The style sheet; none of its characters has a meaning in HTML.</param>
public sealed record PageStyle(string Text)
{
    /// <summary>As the content policy names it.</summary>
    public string Hash { get; } = "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text))) + "'";

    /// <summary>Null: the page looks as ours do.</summary>
    public static PageStyle? Of(PageWishes wishes)
    {
        var font = PageFonts.Find(wishes.Font);
        if (wishes.Shade is null && wishes.Colours.Count == 0 && font is null) return null;
        var text = new StringBuilder();
        if (font is not null) text.Append("body{font-family:").Append(font).Append('}');
        if (wishes.Shade is not null || wishes.Colours.Count > 0) Paint(text, wishes);
        return new PageStyle(text.ToString());
    }

    private static void Paint(StringBuilder text, PageWishes wishes)
    {
        if (ShadeOf(wishes) is { } shade)
        {
            Paint(text.Append(":root{color-scheme:").Append(shade == PageShade.Dark ? "dark" : "light").Append(';'), new PaintedPage(wishes.Colours, shade)).Append('}');
            return;
        }

        Paint(text.Append(":root{"), new PaintedPage(wishes.Colours, PageShade.Light));
        Paint(text.Append("}@media(prefers-color-scheme:dark){:root{"), new PaintedPage(wishes.Colours, PageShade.Dark)).Append("}}");
    }

    private static StringBuilder Paint(StringBuilder text, PaintedPage page)
    {
        foreach (var (name, colour) in page.Colours.All.Concat(page.Others)) text.Append("--").Append(name).Append(':').Append(colour).Append(';');
        return text;
    }

    /// <summary>The merchant's, or the one that goes with the paper the merchant chose; null: as the browser prefers.</summary>
    private static PageShade? ShadeOf(PageWishes wishes)
    {
        if (wishes.Shade is not null) return wishes.Shade;
        if (!wishes.Colours.TryGetValue(PageColour.PrimaryBackground, out var paper) || !Colour.TryRead(paper, out var colour)) return null;
        return colour.Contrast(Palette.Light.Ink) >= colour.Contrast(Palette.Dark.Ink) ? PageShade.Light : PageShade.Dark;
    }
}
