using System.Text.RegularExpressions;
using Checkout.Core.Merchants;
using Checkout.Tests.House;
using Checkout.Web.Pages.Pay.Wishes;

namespace Checkout.Tests.Pages.Pay.Wishes;

/// <summary>Whatever colours a merchant wants, a shopper can read the page.</summary>
public sealed class PaintedPageTests
{
    private const int Rounds = 3000;

    /// <summary>Each text with the surfaces it stands on, by the names of the style sheet.</summary>
    private static readonly (string Text, string Surface)[] Pairs =
    [
        ("ink", "paper"), ("ink", "tint"), ("ink", "bad-tint"), ("soft", "paper"), ("soft", "tint"), ("side-ink", "side"), ("side-soft", "side"), ("link", "paper"),
        ("accent-ink", "accent"), ("accent-ink", "accent-down"), ("bad", "paper"), ("bad", "bad-tint"), ("good", "paper"), ("quiet-ink", "quiet"), ("quiet-ink", "quiet-down"),
        ("test-ink", "test"),
    ];

    [Fact]
    public void Every_text_can_be_read_whatever_the_merchant_wants()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var wishes = Wishes(new Random(seed));
            foreach (var shade in Enum.GetValues<PageShade>())
            {
                var colours = Colours(new PaintedPage(wishes, shade));
                foreach (var (text, surface) in Pairs)
                {
                    var contrast = colours[text].Contrast(colours[surface]);
                    Assert.True(contrast >= 4.5, $"seed {seed}, {shade}: {text} {colours[text]} on {surface} {colours[surface]} has {contrast:0.00}");
                }

                foreach (var mark in new[] { "edge", "busy" }) Assert.True(colours[mark].Contrast(colours["paper"]) >= 3, $"seed {seed}, {shade}: {mark}");
            }
        }
    }

    [Fact]
    public void Without_wishes_the_colours_are_our_own()
    {
        Assert.Equal(Palette.Light, new PaintedPage(PageWishes.None.Colours, PageShade.Light).Colours);
        Assert.Equal(Palette.Dark, new PaintedPage(PageWishes.None.Colours, PageShade.Dark).Colours);
    }

    [Fact]
    public void Colours_that_can_be_read_are_taken_as_they_are()
    {
        var page = new PaintedPage(
            new Dictionary<PageColour, string>
            {
                [PageColour.Primary] = "#0a7d4f", [PageColour.OnPrimary] = "#fffbe6", [PageColour.PrimaryVariant] = "#075c3a", [PageColour.PrimaryBackground] = "#fff8f0",
                [PageColour.PrimaryText] = "#201408", [PageColour.SecondaryText] = "#5c4a38", [PageColour.SecondaryBackground] = "#3a0a4f", [PageColour.Danger] = "#a00000",
            },
            PageShade.Light);
        var colours = Colours(page);
        Assert.Equal(
            "#0a7d4f #fffbe6 #075c3a #fff8f0 #201408 #5c4a38 #3a0a4f #a00000",
            string.Join(' ', new[] { "accent", "accent-ink", "accent-down", "paper", "ink", "soft", "side", "bad" }.Select(name => colours[name])));
        // What cannot be read on the dark side is ours there, and the merchant's elsewhere.
        Assert.Equal(Palette.Dark.Ink, colours["side-ink"]);
    }

    [Fact]
    public void A_text_that_could_not_be_read_is_ours()
    {
        var page = new PaintedPage(new Dictionary<PageColour, string> { [PageColour.PrimaryText] = "#eeeeee", [PageColour.Primary] = "#ffee00", [PageColour.OnPrimary] = "#ffffff" }, PageShade.Light);
        Assert.Equal((Palette.Light.Ink, Palette.Dark.AccentInk), (page.Colours.Ink, page.Colours.AccentInk));
    }

    [Theory]
    [InlineData(PageShade.Light, @":root \{(?<block>[^}]*)\}")]
    [InlineData(PageShade.Dark, @"prefers-color-scheme: dark\) \{\s*:root \{(?<block>[^}]*)\}")]
    public void Our_colours_are_those_of_the_style_sheet(PageShade shade, string place)
    {
        var sheet = File.ReadAllText(Path.Combine(Repository.Root, "wwwroot/css/pay.css"));
        var written = Regex.Matches(Regex.Match(sheet, place).Groups["block"].Value, "--(?<name>[a-z-]+): (?<colour>#[0-9a-f]+);")
            .ToDictionary(m => m.Groups["name"].Value, m => Colour.TryRead(m.Groups["colour"].Value, out var colour) ? colour.ToString() : "");
        Assert.Equal(written, (shade == PageShade.Light ? Palette.Light : Palette.Dark).All.ToDictionary(c => c.Name, c => c.Colour.ToString()));
    }

    [Fact]
    public void The_style_sheet_knows_every_colour_that_a_page_is_painted_with()
    {
        var sheet = File.ReadAllText(Path.Combine(Repository.Root, "wwwroot/css/pay.css"));
        Assert.All(Colours(new PaintedPage(PageWishes.None.Colours, PageShade.Light)).Keys, name => Assert.Contains($"var(--{name})", sheet, StringComparison.Ordinal));
    }

    private static Dictionary<string, Colour> Colours(PaintedPage page) => page.Colours.All.Concat(page.Others).ToDictionary(c => c.Name, c => c.Colour);

    /// <summary>Some of the colours, any of them: also such as nobody could tell apart.</summary>
    private static Dictionary<PageColour, string> Wishes(Random random)
    {
        var grey = random.Next(256);
        byte Part() => (byte)(random.Next(3) == 0 ? grey : random.Next(256));
        return Enum.GetValues<PageColour>().Where(_ => random.Next(2) == 0).ToDictionary(place => place, _ => new Colour(Part(), Part(), Part()).ToString());
    }
}
