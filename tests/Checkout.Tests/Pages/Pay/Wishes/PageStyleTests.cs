using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Checkout.Core.Merchants;
using Checkout.Web.Pages.Pay.Wishes;

namespace Checkout.Tests.Pages.Pay.Wishes;

public sealed class PageStyleTests
{
    [Fact]
    public void Without_wishes_for_the_look_there_is_no_style() => Assert.Null(PageStyle.Of(PageWishes.None with { Verb = PayVerb.Donate, MerchantName = "My shop", HidesHeader = true, Font = "Unknown" }));

    [Fact]
    public void A_colour_holds_in_light_and_in_dark_and_a_paper_decides_which()
    {
        Assert.Matches("^:root\\{[^}]*\\}@media\\(prefers-color-scheme:dark\\)\\{:root\\{[^}]*\\}\\}$", Text(PageColour.Primary, "#0a7d4f"));
        Assert.StartsWith(":root{color-scheme:light;--paper:#fff8f0;", Text(PageColour.PrimaryBackground, "#fff8f0"), StringComparison.Ordinal);
        Assert.StartsWith(":root{color-scheme:dark;--paper:#101010;", Text(PageColour.PrimaryBackground, "#101010"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_made_of_names_and_colours_and_its_hash_is_the_policys()
    {
        var style = PageStyle.Of(new PageWishes { Shade = PageShade.Dark, Font = "Times New Roman", Colours = new Dictionary<PageColour, string> { [PageColour.Primary] = "#ffffff" } })!;
        Assert.Matches(new Regex("^body\\{font-family:Times New Roman,serif\\}:root\\{color-scheme:dark;(--[a-z-]+:#[0-9a-f]{6};)+\\}$"), style.Text);
        Assert.Equal("'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.Text))) + "'", style.Hash);
    }

    [Fact]
    public void What_the_store_holds_is_read_again_and_a_bad_word_in_it_is_nothing() =>
        Assert.DoesNotContain("evil", Text(PageColour.Primary, "url(https://evil.example)"), StringComparison.Ordinal);

    private static string Text(PageColour place, string colour) => PageStyle.Of(new PageWishes { Colours = new Dictionary<PageColour, string> { [place] = colour } })!.Text;
}
