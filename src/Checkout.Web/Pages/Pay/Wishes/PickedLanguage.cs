using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>The language that an address asks for.</summary>
public static class PickedLanguage
{
    /// <summary>
    /// What the shopper took from the list on the page (<c>lang</c>), else what the shop wrote into its link, by any of its names. Null: none
    /// that the page may be in.
    /// </summary>
    public static string? In(HttpRequest request, IReadOnlyList<PageTexts> among) =>
        (Languages.Find(request.Query["lang"].ToString(), among) ?? Languages.Find(WishReader.LanguageIn(name => request.Query[name]), among))?.Language;
}
