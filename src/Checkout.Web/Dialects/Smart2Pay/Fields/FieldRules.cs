using System.Collections.Concurrent;
using System.Globalization;
using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Money;

namespace Checkout.Web.Dialects.Smart2Pay.Fields;

/// <summary>The rules that fields share.</summary>
public static class FieldRules
{
    /// <summary>As <see cref="Patterns.IsText"/> forbids them.</summary>
    private const string Controls = @"\u0000-\u0008\u000a-\u001f\u007f";

    private static readonly ConcurrentDictionary<int, FieldRule> Texts = [];

    public static readonly FieldRule Object = new(FieldKind.Object);

    public static readonly FieldRule Flag = new(FieldKind.Flag);

    public static readonly FieldRule Amount = Number(1, Core.Money.Amount.LargestMinor, "^(?=.*[1-9])[0-9]{1,12}$");

    public static readonly FieldRule Digits = Number(0, 999_999_999_999, "^[0-9]{1,12}$");

    public static readonly FieldRule Installments = Number(1, 99, "^(?=[0-9]{1,12}$)0*[1-9][0-9]?$");

    /// <summary>Cards are six, and nothing else is taken.</summary>
    public static readonly FieldRule Method = Number(6, 6, "^0{0,11}6$");

    public static readonly FieldRule Reference = Text(Patterns.IsReference, "^[0-9a-zA-Z_-]{1,50}$", 50);

    public static readonly FieldRule Holder = Text(Patterns.IsHolder, $@"^[^\p{{Nd}}{Controls}]*$", 255);

    public static readonly FieldRule Currency = Text(static text => Patterns.IsLetters(text, 3), "^[a-zA-Z]{3}$", 3);

    public static readonly FieldRule Country = Text(static text => Patterns.IsLetters(text, 2), "^[a-zA-Z]{2}$", 2);

    public static readonly FieldRule Gender = Text(Patterns.IsGender, "^[012]$", 1);

    public static readonly FieldRule Email = Text(Patterns.IsEmail, Patterns.EmailPattern, 150);

    public static readonly FieldRule DateOfBirth = Text(Patterns.IsDateOfBirth, Patterns.DateOfBirthPattern, 8);

    public static readonly FieldRule Language = Text(Patterns.IsLanguage, Patterns.LanguagePattern, 35);

    /// <summary>Version 6 has too many spellings for a pattern.</summary>
    public static readonly FieldRule Address = Text(Patterns.IsAddress, pattern: null, 45);

    public static readonly FieldRule Month = Text(static text => Expiry.IsMonth(text, out _), "^(0?[1-9]|1[0-2])$", 2);

    public static readonly FieldRule Year = Text(static text => Expiry.IsYear(text, out _), "^(20)?[0-9]{2}$", 4);

    /// <summary>Judged without becoming text, and by its check digit too.</summary>
    public static readonly FieldRule CardNumber = Text(fits: null, Invariant($"^[0-9]{{{Core.Cards.CardNumber.Shortest},{Core.Cards.CardNumber.Longest}}}$"), Core.Cards.CardNumber.Longest);

    /// <summary>Judged without becoming text.</summary>
    public static readonly FieldRule SecurityCode = Text(fits: null, "^[0-9]{3,4}$", 4);

    /// <summary>Which schemes and hosts are good depends on the merchant.</summary>
    public static readonly FieldRule ReturnUrl = Text(fits: null, pattern: null, Core.Merchants.ReturnUrl.LongestText);

    /// <summary>Whether it names a card is asked of the store.</summary>
    public static readonly FieldRule Token = Text(fits: null, pattern: null, longest: null);

    /// <summary>Any text without control characters.</summary>
    public static FieldRule AnyText(int longest) =>
        Texts.GetOrAdd(longest, static most => Text(text => Patterns.IsText(text, most), $"^[^{Controls}]*$", most));

    private static FieldRule Number(long least, long most, string pattern) => new(FieldKind.Number)
    {
        Fits = text => Patterns.TryDigits(text, out var number) && number >= least && number <= most,
        Pattern = pattern,
        Longest = 12,
        Least = least,
        Most = most,
    };

    private static FieldRule Text(Func<string, bool>? fits, string? pattern, int? longest) => new(FieldKind.Text) { Fits = fits, Pattern = pattern, Longest = longest };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
