namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// What was typed and may be shown again after a mistake. The card number and the code are not here, and neither is text that could be
/// a card number in the wrong field.
/// </summary>
public sealed record CardInput
{
    private const int DigitsOfACard = 12;

    // A Brazilian company's tax number has fourteen digits; what has more may be a card.
    private const int DigitsOfADocument = 14;

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
        Document = form.Text(Fields.Document) is { Length: <= 50 } document && document.Count(char.IsDigit) <= DigitsOfADocument ? document : "",
        Country = Shown(form.Text(Fields.Country), 2),
        SavedCard = long.TryParse(form.Text(Fields.SavedCard), out var card) ? card : null,
        Save = form.Has(Fields.SaveCard),
    };

    private static string Shown(string text, int longest) =>
        text.Length <= longest && text.Count(char.IsDigit) < DigitsOfACard ? text : "";
}
