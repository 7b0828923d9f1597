using System.Globalization;
using Checkout.Core.Cards;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>The rules that fields share.</summary>
public static class FieldRules
{
    /// <summary>As <see cref="FieldChecks.IsText"/> forbids them.</summary>
    private const string Controls = @"\u0000-\u0008\u000a-\u001f\u007f-\u009f";

    public static readonly FieldRule Map = new(FieldKind.Map, "must be an object");

    public static readonly FieldRule Any = new(FieldKind.Any);

    public static readonly FieldRule Nothing = new(FieldKind.Nothing, "is not supported");

    public static readonly FieldRule Flag = new(FieldKind.Flag, "must be true or false");

    public static readonly FieldRule Reference = new(FieldKind.Text, InvoiceRules.ReferenceWords)
    {
        Fits = InvoiceRules.IsReference, Pattern = @"^[^\u0000-\u001f\u007f-\u009f]{1,255}$", Longest = 255,
    };

    public static readonly FieldRule Currency = new(FieldKind.Text, "must be a currency's three letters (ISO 4217)")
    {
        Fits = static text => Core.Money.Currency.TryFind(text.ToUpperInvariant(), out _), Pattern = "^[a-zA-Z]{3}$", Longest = 3,
    };

    public static readonly FieldRule Country = new(FieldKind.Text, "must be a country's two letters (ISO 3166-1)")
    {
        Fits = static text => Countries.Has(text), Pattern = "^[a-zA-Z]{2}$", Longest = 2,
    };

    public static readonly FieldRule Day = new(FieldKind.Text, "must be a day like 1987-06-05") { Fits = InvoiceRules.IsDay, Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", Longest = 10 };

    /// <summary>How fine it may be depends on the currency.</summary>
    public static readonly FieldRule Amount = new(FieldKind.Major) { Pattern = @"^[0-9]{1,12}(\.[0-9]{1,3}0{0,9})?$", Least = 0, Most = Core.Money.Amount.LargestMinor };

    /// <summary>Which schemes and hosts are good depends on the merchant.</summary>
    public static readonly FieldRule Url = new(FieldKind.Text, InvoiceRules.UrlWords) { Longest = Core.Merchants.ReturnUrl.LongestText };
    public static readonly FieldRule CallbackUrl = Url with { Words = InvoiceRules.CallbackWords };

    /// <summary>Whether it names a card is asked of the store.</summary>
    public static readonly FieldRule Token = AnyText(255) with { Words = "is not a token of this customer" };

    /// <summary>Whether the account has it is another question.</summary>
    public static readonly FieldRule Service = AnyText(255);

    /// <summary>How far off it is depends on the clock.</summary>
    public static readonly FieldRule TimeToCome = new(FieldKind.Whole, "must be a time to come, in Unix seconds") { Least = 1, Pattern = "^[0-9]+$" };

    public static readonly FieldRule Tries = new(FieldKind.Whole, "must be a number from 1 to 100")
    {
        Fits = static text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= 100,
        Pattern = "^0*([1-9][0-9]?|100)$", Least = 1, Most = 100,
    };

    public static readonly FieldRule Month = new(FieldKind.Whole, "must be a month from 1 to 12")
    {
        Fits = static text => Expiry.IsMonth(text, out _), Pattern = "^(0?[1-9]|1[0-2])$", Least = 1, Most = 12,
    };

    public static readonly FieldRule Year = new(FieldKind.Whole, "must be a year of two or four digits") { Fits = static text => Expiry.IsYear(text, out _), Pattern = "^(20)?[0-9]{2}$", Least = 10 };

    public static readonly FieldRule Holder = new(FieldKind.Text, "must be a text of 2 to 64 characters, without control characters and card numbers")
    {
        Fits = static text => text.Length >= 2 && FieldChecks.IsText(text, 64) && !CardNumberSearch.IsIn(text), Pattern = $"^[^{Controls}]{{2,64}}$", Longest = 64,
    };

    /// <summary>Judged without becoming text, and by its check digit too.</summary>
    public static readonly FieldRule CardNumber = new(FieldKind.Text, "is not a card number") { Pattern = "^[0-9 ]{12,}$" };

    /// <summary>Judged without becoming text.</summary>
    public static readonly FieldRule SecurityCode = new(FieldKind.Text, "must be 3 or 4 digits") { Pattern = "^[0-9]{3,4}$", Longest = 4 };

    public static FieldRule AnyText(int longest) => new(FieldKind.Text, string.Create(CultureInfo.InvariantCulture, $"must be a text of at most {longest} characters, without control characters"))
    {
        Fits = text => FieldChecks.IsText(text, longest), Pattern = $"^[^{Controls}]*$", Longest = longest,
    };

    public static FieldRule TextOf(int shortest, int longest) => new(FieldKind.Text, string.Create(CultureInfo.InvariantCulture, $"must be a text of {shortest} to {longest} characters, without control characters"))
    {
        Fits = text => text.Length >= shortest && FieldChecks.IsText(text, longest),
        Pattern = string.Create(CultureInfo.InvariantCulture, $"^[^{Controls}]{{{shortest},{longest}}}$"), Longest = longest,
    };

    /// <param name="words">The rule in words.</param>
    /// <param name="choice">The texts there are, the usual one first.</param>
    public static FieldRule OneOf(string words, params IReadOnlyList<string> choice) => new(FieldKind.Text, words) { Fits = choice.Contains, Choice = choice };
}
