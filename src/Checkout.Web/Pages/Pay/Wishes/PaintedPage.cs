using Checkout.Core.Merchants;

namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>
/// A palette of ours with a merchant's colours in it. Surfaces are as the merchant wants them; a text takes the merchant's colour only
/// where it can be read on its surface, else one of ours, and at worst black or white, one of which always can.
/// </summary>
public sealed class PaintedPage
{
    /// <summary>How strongly a colour lies over the paper it tints, and how much a button changes under the pointer.</summary>
    private const double SideShare = 0.04, TintShare = 0.1, PressShare = 0.15;

    private readonly IReadOnlyDictionary<PageColour, string> _wishes;
    private readonly Palette _own, _other;

    public PaintedPage(IReadOnlyDictionary<PageColour, string> wishes, PageShade shade)
    {
        _wishes = wishes;
        (_own, _other) = shade == PageShade.Dark ? (Palette.Dark, Palette.Light) : (Palette.Light, Palette.Dark);
        var paper = Wish(PageColour.PrimaryBackground) ?? _own.Paper;
        var isOurPaper = paper == _own.Paper;
        var ink = Text(paper, Wish(PageColour.PrimaryText), _own.Ink, _other.Ink);
        var soft = Text(paper, Wish(PageColour.SecondaryText), _own.Soft, _other.Soft, ink);
        var accent = Wish(PageColour.Primary) ?? _own.Accent;
        var accentInk = Text(accent, Wish(PageColour.OnPrimary), _own.AccentInk, _other.AccentInk);
        var bad = Text(paper, Wish(PageColour.Danger), _own.Bad, _other.Bad, ink);
        Colours = _own with
        {
            Paper = paper,
            Side = Wish(PageColour.SecondaryBackground) ?? (isOurPaper ? _own.Side : paper.Mix(ink, SideShare)),
            Ink = ink,
            Soft = soft,
            Line = isOurPaper ? _own.Line : paper.Mix(ink, 0.2),
            Edge = First(paper, Colour.Visible, isOurPaper ? _own.Edge : paper.Mix(ink, 0.5), soft),
            Accent = accent,
            AccentInk = accentInk,
            AccentDown = Pressed(accent, accentInk, Wish(PageColour.PrimaryVariant), isOurs: accent == _own.Accent ? _own.AccentDown : null),
            Tint = Lay(paper, isOurPaper && accent == _own.Accent ? _own.Tint : paper.Mix(accent, TintShare), ink, soft),
            Good = Text(paper, Wish(PageColour.Success), _own.Good, _other.Good, ink),
            Bad = bad,
            BadTint = Lay(paper, isOurPaper && bad == _own.Bad ? _own.BadTint : paper.Mix(bad, TintShare), ink, bad),
        };
    }

    public Palette Colours { get; }

    /// <summary>What the style sheet otherwise takes from the palette: the same colour on another surface, and the second button.</summary>
    public IEnumerable<(string Name, Colour Colour)> Others
    {
        get
        {
            var (paper, side) = (Colours.Paper, Colours.Side);
            var sideInk = Text(side, Wish(PageColour.PrimaryText), Colours.Ink, _own.Ink, _other.Ink);
            var link = Text(paper, Colours.Accent, _own.Accent, _other.Accent, Colours.Ink);
            var quiet = Wish(PageColour.Secondary) ?? paper;
            var quietInk = Text(quiet, Wish(PageColour.OnSecondary), Colours.Ink, _own.Ink, _other.Ink);
            return
            [
                ("side-ink", sideInk), ("side-soft", Text(side, Wish(PageColour.SecondaryText), Colours.Soft, _own.Soft, _other.Soft, sideInk)),
                ("link", link), ("busy", First(paper, Colour.Visible, Wish(PageColour.Info) ?? link, link)),
                ("quiet", quiet), ("quiet-ink", quietInk), ("quiet-down", Pressed(quiet, quietInk, Wish(PageColour.SecondaryVariant), isOurs: null)),
            ];
        }
    }

    private Colour? Wish(PageColour place) => _wishes.TryGetValue(place, out var text) && Colour.TryRead(text, out var colour) ? colour : null;

    private static Colour Text(Colour surface, params Colour?[] choices) => First(surface, Colour.Readable, choices);

    /// <summary>The first choice that has so much contrast to the surface.</summary>
    private static Colour First(Colour surface, double contrast, params Colour?[] choices) =>
        choices.FirstOrDefault(choice => choice?.Contrast(surface) >= contrast) ?? (surface.Contrast(Colour.Black) > surface.Contrast(Colour.White) ? Colour.Black : Colour.White);

    /// <summary>The tinted surface, if the texts on it can still be read; else the one without a tint.</summary>
    private static Colour Lay(Colour surface, Colour tinted, params Colour[] texts) => texts.All(text => text.Contrast(tinted) >= Colour.Readable) ? tinted : surface;

    /// <summary>A button under the pointer: as the merchant wants it if its text can be read, else nearer to its text or further from it.</summary>
    private static Colour Pressed(Colour button, Colour text, Colour? wish, Colour? isOurs)
    {
        var away = text.Luminance < button.Luminance ? Colour.White : Colour.Black;
        return First(text, Colour.Readable, wish, isOurs, button.Mix(text, PressShare), button.Mix(away, PressShare));
    }
}
