using Checkout.Core.Merchants;

namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>One thing a merchant may wish of a page: what it must look like, and what becomes of the wishes by it.</summary>
/// <param name="Words">The rule in words, after the name.</param>
/// <param name="Apply">Null: the value is not as the rule wants it.</param>
/// <param name="IsMerchants">Only a merchant's own server may say it: in a link that anybody can write, another name would pass for the merchant's.</param>
public sealed record WishRule(string Words, Func<PageWishes, string, PageWishes?> Apply, bool IsMerchants = false)
{
    public static WishRule Colour(PageColour place) => new("must be a colour: hex like #0a7d4f, or a CSS name", (wishes, text) => Wishes.Colour.TryRead(text, out var colour)
        ? wishes with { Colours = new Dictionary<PageColour, string>(wishes.Colours) { [place] = colour.ToString() } }
        : null);

    /// <summary>A colour of something that our pages do not have.</summary>
    public static WishRule UnusedColour() => new(Colour(default).Words, static (wishes, text) => Wishes.Colour.TryRead(text, out _) ? wishes : null);

    public static WishRule Flag(Func<PageWishes, bool, PageWishes> apply, bool isMerchants = false) =>
        new("must be true or false", (wishes, text) => TryFlag(text, out var flag) ? apply(wishes, flag) : null, isMerchants);

    /// <summary>A part of the original's page that ours does not have, so there is nothing to show or to hide.</summary>
    public static WishRule UnusedFlag() => Flag(static (wishes, _) => wishes);

    /// <param name="apply">What becomes of the wishes by the value.</param>
    /// <param name="words">What may be said, and what it means.</param>
    public static WishRule Word<T>(Func<PageWishes, T, PageWishes> apply, params (string Word, T Value)[] words)
        where T : struct => new($"must be one of {string.Join(", ", words.Select(w => w.Word))}", (wishes, text) =>
        words.Where(w => w.Word.Equals(text, StringComparison.OrdinalIgnoreCase)).Select(w => (T?)w.Value).FirstOrDefault() is { } value ? apply(wishes, value) : null);

    private static bool TryFlag(string text, out bool flag)
    {
        flag = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return flag || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}
