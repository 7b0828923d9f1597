using Checkout.Core.Merchants;
using Checkout.Web.Pages.Pay.Wishes;

namespace Checkout.Tests.Pages.Pay.Wishes;

/// <summary>What a link, a merchant's server and an operator may say about the look of a page (spec/cardgate.md §13.2, §13.3).</summary>
public sealed class WishReaderTests
{
    [Fact]
    public void A_link_says_it_in_brackets_as_the_published_widget_does()
    {
        var reading = WishReader.ReadLink(Pairs(
            "amount=10", "public_key=pk", "style[primary]=#0a7d4f", "style[theme]=dark", "style[pay_button_label]=donate", "display[hide_header]=true", "display[hide_footer]=false",
            "style[font_family]=\"Unknown\", Georgia", "locale=uk", "customer[reference_id]=7"));
        Assert.Empty(reading.Faults);
        Assert.Equal("uk", reading.Language);
        var wishes = reading.Wishes;
        Assert.Equal((PageShade.Dark, PayVerb.Donate, true, false), (wishes.Shade, wishes.Verb, wishes.HidesHeader, wishes.HidesFooter));
        Assert.Equal("#0a7d4f", wishes.Colours[PageColour.Primary]);
        Assert.Equal("Georgia,serif", PageFonts.Find(wishes.Font));
    }

    [Theory]
    [InlineData("merchant_name=Your bank")]
    [InlineData("style[merchant_name]=Your bank")]
    [InlineData("style[card_holder]=false")]
    [InlineData("card_holder=false")]
    [InlineData("style[card_number_length]=16")]
    [InlineData("style[favicon]=https://evil.example/x.png")]
    [InlineData("primary=#0a7d4f")]
    [InlineData("style[unknown]=1")]
    [InlineData("style[primary]=")]
    [InlineData("theme_options[merchant_name]=Your bank")]
    public void A_link_that_anybody_can_write_says_nothing_else(string pair)
    {
        var reading = WishReader.ReadLink(Pairs(pair));
        Assert.Null(reading.Kept);
        Assert.Empty(reading.Faults);
    }

    [Theory]
    [InlineData("style[primary]", "red;}body{display:none")]
    [InlineData("style[primary]", "url(x)")]
    [InlineData("style[theme]", "night")]
    [InlineData("theme", "night")]
    [InlineData("pay_button_label", "steal")]
    [InlineData("display[hide_header]", "perhaps")]
    [InlineData("display[hide_progress_bar]", "perhaps")]
    [InlineData("style[warning_color]", "#12")]
    public void A_wrong_value_is_named_as_it_was_sent(string name, string value)
    {
        var fault = Assert.Single(WishReader.ReadLink([KeyValuePair.Create(name, value)]).Faults);
        Assert.Equal(name, fault.Name);
        Assert.StartsWith("must be ", fault.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(value, fault.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("en-4111111111111111")]
    [InlineData("en-41111111-11111111")]
    [InlineData("x y")]
    [InlineData("-")]
    [InlineData("1x")]
    public void What_is_no_language_is_not_kept_as_one(string value) => Assert.Null(WishReader.ReadLink([KeyValuePair.Create("locale", value)]).Language);

    [Fact]
    public void Of_the_fonts_only_those_we_know_are_kept()
    {
        Assert.Equal("Arial,sans-serif", WishReader.ReadLink([KeyValuePair.Create("style[font_family]", "4111111111111111, Arial, \u0007")]).Wishes.Font);
        Assert.Null(WishReader.ReadLink([KeyValuePair.Create("style[font_family]", "4111111111111111")]).Kept);
    }

    [Theory]
    [InlineData("lang=de", "de")]
    [InlineData("lang=de,language=es", "es")]
    [InlineData("lang=de,language=es,locale=uk", "uk")]
    [InlineData("locale=,lang=de", "de")]
    [InlineData("amount=1", null)]
    public void The_language_has_three_names(string pairs, string? language) => Assert.Equal(language, WishReader.ReadLink(Pairs(pairs.Split(','))).Language);

    [Fact]
    public void Of_two_values_the_first_counts() =>
        Assert.Equal("#ff0000", WishReader.ReadLink(Pairs("style[primary]=red", "style[primary]=blue")).Wishes.Colours[PageColour.Primary]);

    [Theory]
    [InlineData("16", "16")]
    [InlineData("12-15", "12 13 14 15")]
    [InlineData("18 14 16 14", "14 16 18")]
    [InlineData("7-16", null)]
    [InlineData("16-12", null)]
    [InlineData("12-20", null)]
    [InlineData("12--15", null)]
    [InlineData("?", null)]
    [InlineData("16 ?", null)]
    public void Lengths_are_a_range_or_a_list(string text, string? lengths)
    {
        var reading = WishReader.ReadMerchant([KeyValuePair.Create("card_number_length", text)]);
        Assert.Equal(lengths, reading.Faults.Count > 0 ? null : string.Join(' ', reading.Wishes.NumberLengths));
    }

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("My shop 4111 1111 1111 1111")]
    [InlineData("shop\u202eknab")]
    [InlineData("a\nb")]
    [InlineData(" ")]
    public void A_name_is_a_plain_text_and_no_card(string name) => Assert.Single(WishReader.ReadMerchant([KeyValuePair.Create("merchant_name", name)]).Faults);

    [Fact]
    public void What_a_payment_says_wins_over_what_the_merchant_usually_wants()
    {
        var usual = WishReader.ReadMerchant(Pairs("theme=dark", "primary=red", "secondary=blue", "hide_footer=true")).Wishes;
        var own = WishReader.ReadMerchant(Pairs("primary=green", "hide_footer=false", "pay_button_label=donate")).Wishes;
        var both = own.Over(usual);
        Assert.Equal((PageShade.Dark, PayVerb.Donate, false), (both.Shade, both.Verb, both.HidesFooter));
        Assert.Equal("#008000 #0000ff", $"{both.Colours[PageColour.Primary]} {both.Colours[PageColour.Secondary]}");
    }

    [Theory]
    [InlineData("available_locales=uk, en-GB,xx,UK", "uk en")]
    [InlineData("available_locales[]=de,es", "de es")]
    [InlineData("available_locales[3]=de", "de")]
    [InlineData("available_locales[x]=de", null)]
    [InlineData("available_locales=xx,4111111111111111", null)]
    [InlineData("available_locales=,", null)]
    [InlineData("style[available_locales]=de", null)]
    public void Of_the_languages_that_a_link_lists_ours_are_kept(string pair, string? languages)
    {
        var reading = WishReader.ReadLink(Pairs(pair));
        Assert.Equal(languages, reading.Kept?.Languages is { } kept ? string.Join(' ', kept) : null);
        Assert.Null(WishReader.ReadMerchant(Pairs(pair)).Kept);
    }

    private static KeyValuePair<string, string>[] Pairs(params string[] pairs) => [.. pairs.Select(pair => KeyValuePair.Create(pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]))];
}
