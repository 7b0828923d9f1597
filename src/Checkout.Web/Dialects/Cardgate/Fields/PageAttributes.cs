using Checkout.Web.Pages.Pay.Wishes;

namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>What an invoice may wish of its page (§13): the names and rules are the page's own.</summary>
public static class PageAttributes
{
    public const string NumberLengthName = "card_number_length";
    private const string ThemeName = "theme";

    public static readonly RequestField Locale = new("locale", FieldRules.AnyText(WishReader.LongestLanguage), "Of the page; one that it does not have gives the browser's. Also called language and lang.");

    public static readonly RequestField AvailableLocales = new(
        "available_locales", FieldRules.Any, "The languages the page may be in, such as uk,en; without a locale among them the browser's, else the first. Those that it does not have are passed over. Also available_locales[] and available_locales[0], [1] and so on.");

    public static readonly RequestField Min = new("min", FieldRules.Any);
    public static readonly RequestField Max = new("max", FieldRules.Any);
    public static readonly RequestField Range = RequestField.Map("range", [Min, Max]);
    public static readonly RequestField AllowedNumbers = new("allowedNumbers", FieldRules.Any);

    public static readonly RequestField Theme = new(
        ThemeName, new FieldRule(FieldKind.Any, WishRules.All[ThemeName].Words), "The page's theme: basic, light or dark. Any other name is passed over, and the page looks as all of the merchant's do.");

    public static readonly RequestField Style = new("style", FieldRules.Map, "The same names may stand in here.");
    public static readonly RequestField Display = new("display", FieldRules.Map, "And in here.");

    public static readonly RequestField ThemeOptions = RequestField.Map(
        "theme_options", [.. WishRules.All.Select(static wish => Wish(wish.Key, wish.Value)), Style, Display], "How the page looks; at most 20 keys, and unknown ones are passed over. A text that a colour would make unreadable takes one of ours.");

    /// <summary>What a link may wish, which anybody can write: nothing that would pass for the merchant's word.</summary>
    public static readonly IReadOnlyList<RequestField> OfLink = [Locale, AvailableLocales, .. WishRules.All.Where(static wish => !wish.Value.IsMerchants).Select(static wish => Wish($"style[{wish.Key}]", wish.Value))];

    private static RequestField Wish(string name, WishRule rule) => name == NumberLengthName
        ? new RequestField(name, new FieldRule(FieldKind.Any, rule.Words), "It " + rule.Words + ": {\"range\":{\"min\":16,\"max\":19}} or {\"allowedNumbers\":[16]}.") { Inside = [Range, AllowedNumbers] }
        : new RequestField(name, new FieldRule(FieldKind.Any, rule.Words), "It " + rule.Words + ".");
}
