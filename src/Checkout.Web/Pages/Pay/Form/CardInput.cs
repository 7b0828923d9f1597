using Checkout.Core.Cards;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// What was typed and may be shown again after a mistake. The card number and the code are not here, and neither is text that could be
/// a card number in the wrong field.
/// </summary>
public sealed record CardInput
{
    private const int DigitsOfACard = 12;

    public static readonly CardInput Empty = new();

    public string Expiry { get; init; } = "";

    public string Holder { get; init; } = "";

    public string Email { get; init; } = "";

    public string Document { get; init; } = "";

    public string Country { get; init; } = "";

    public long? SavedCard { get; init; }

    public bool Save { get; init; }

    public static CardInput Of(PostedForm form) => new()
    {
        Expiry = Shown(form.Text(Fields.Expiry), 9),
        Holder = Shown(form.Text(Fields.Holder), 200),
        Email = Shown(form.Text(Fields.Email), 200),
        Document = form.Text(Fields.Document) is { Length: <= 50 } document && !IsCard(document) ? document : "",
        Country = Shown(form.Text(Fields.Country), 2),
        SavedCard = long.TryParse(form.Text(Fields.SavedCard), out var card) ? card : null,
        Save = form.Has(Fields.SaveCard),
    };

    /// <summary>Whether a text can be nothing but a card number. Identity numbers of companies have up to 14 digits.</summary>
    public static bool IsCard(string text)
    {
        if (text.Count(char.IsDigit) < 15 || !CardNumber.TryRead(text, out var number, out _)) return false;
        using (number) return number.Brand != Brand.Unknown && number.HasBrandLength;
    }

    private static string Shown(string text, int longest) =>
        text.Length <= longest && text.Count(char.IsDigit) < DigitsOfACard ? text : "";
}
