using System.Globalization;
using Checkout.Core.Cards;
using Checkout.Core.Merchants;

namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>Everything that can be wished of a page, by the name the Cardgate dialect has for it (spec/cardgate.md §13.2, §13.3).</summary>
public static class WishRules
{
    private const int LongestName = 100, LongestFont = 200, LongestAddress = 2048, ShortestNumber = 8, LongestNumber = 19;

    public static readonly IReadOnlyDictionary<string, WishRule> All = new Dictionary<string, WishRule>(StringComparer.Ordinal)
    {
        ["theme"] = WishRule.Word(static (wishes, shade) => wishes with { Shade = shade }, ("basic", PageShade.Light), ("light", PageShade.Light), ("dark", PageShade.Dark)),
        ["pay_button_label"] = WishRule.Word(static (wishes, verb) => wishes with { Verb = verb }, ("pay", PayVerb.Pay), ("subscribe", PayVerb.Subscribe), ("donate", PayVerb.Donate)),
        ["font_family"] = new($"must be a list of font names of at most {LongestFont} characters", static (wishes, text) =>
            text.Length <= LongestFont ? wishes with { Font = PageFonts.Find(text) ?? wishes.Font } : null),
        ["primary"] = WishRule.Colour(PageColour.Primary),
        ["primary_variant"] = WishRule.Colour(PageColour.PrimaryVariant),
        ["primary_text_color"] = WishRule.Colour(PageColour.PrimaryText),
        ["primary_background_color"] = WishRule.Colour(PageColour.PrimaryBackground),
        ["on_primary_color"] = WishRule.Colour(PageColour.OnPrimary),
        ["secondary"] = WishRule.Colour(PageColour.Secondary),
        ["secondary_variant"] = WishRule.Colour(PageColour.SecondaryVariant),
        ["secondary_text_color"] = WishRule.Colour(PageColour.SecondaryText),
        ["secondary_background_color"] = WishRule.Colour(PageColour.SecondaryBackground),
        ["on_secondary_color"] = WishRule.Colour(PageColour.OnSecondary),
        ["success_color"] = WishRule.Colour(PageColour.Success),
        ["danger_color"] = WishRule.Colour(PageColour.Danger),
        ["info_color"] = WishRule.Colour(PageColour.Info),
        ["warning_color"] = WishRule.UnusedColour(),
        ["hide_header"] = WishRule.Flag(static (wishes, flag) => wishes with { HidesHeader = flag }),
        ["hide_footer"] = WishRule.Flag(static (wishes, flag) => wishes with { HidesFooter = flag }),
        ["hide_progress_bar"] = WishRule.UnusedFlag(),
        ["hide_method_filter"] = WishRule.UnusedFlag(),
        ["hide_lifetime_counter"] = WishRule.UnusedFlag(),
        ["hide_invoice_lifetime_counter"] = WishRule.UnusedFlag(),
        ["show_method_logo"] = WishRule.UnusedFlag(),
        ["powered_by"] = WishRule.UnusedFlag(),
        ["merchant_name"] = new($"must be a plain text of 1 to {LongestName} characters", static (wishes, text) => IsName(text) ? wishes with { MerchantName = text.Trim() } : null, IsMerchants: true),
        ["card_holder"] = WishRule.Flag(static (wishes, flag) => wishes with { HidesHolder = !flag }, isMerchants: true),
        ["card_number_length"] = new(
            $"must be a range of numbers of digits, or a list of them, from {ShortestNumber} to {LongestNumber}",
            static (wishes, text) => Lengths(text) is { } lengths ? wishes with { NumberLengths = lengths } : null, IsMerchants: true),
        // The policy of a page that takes cards lets no picture come from elsewhere, so the page keeps its own.
        ["favicon"] = new($"must be an https address of at most {LongestAddress} characters", static (wishes, text) => IsAddress(text) ? wishes : null, IsMerchants: true),
    };

    /// <summary>Whether a theme of ours has that name.</summary>
    public static bool IsTheme(string name) => All["theme"].Apply(PageWishes.None, name) is not null;

    /// <summary>A name and no card: and nothing that turns the words around it over.</summary>
    private static bool IsName(string text) => text.Trim().Length is > 0 and <= LongestName && !CardNumberSearch.IsIn(text)
        && !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    /// <summary>Reads <c>12-18</c> and <c>14 16 18</c>.</summary>
    private static int[]? Lengths(string text)
    {
        var ends = text.Split('-');
        if (ends.Length == 2) return Length(ends[0]) is { } from && Length(ends[1]) is { } to && from <= to ? [.. Enumerable.Range(from, to - from + 1)] : null;
        int?[] listed = [.. text.Split(' ').Select(Length)];
        return listed.Any(length => length is null) ? null : [.. listed.OfType<int>().Distinct().Order()];
    }

    private static int? Length(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= ShortestNumber and <= LongestNumber ? length : null;
}
