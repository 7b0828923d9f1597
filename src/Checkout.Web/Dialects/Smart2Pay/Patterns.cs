using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>What the dialect's fields look like.</summary>
public static partial class Patterns
{
    private static readonly SearchValues<char> ReferenceLetters =
        SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    /// <summary>Control characters but the tabulator; no field may hold them, and no store need keep them.</summary>
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(c => c != '\t').Select(c => (char)c), '\u007f']);

    /// <summary>As the reader matches them, without its sign for the very end, which schemas write otherwise.</summary>
    public static string EmailPattern => Words(Email());

    public static string DateOfBirthPattern => Words(DateOfBirth());

    public static string LanguagePattern => Words(Language());

    public static bool IsReference(string text) => text.Length is >= 1 and <= 50 && !text.AsSpan().ContainsAnyExcept(ReferenceLetters);

    public static bool IsText(string text, int longest) => text.Length <= longest && !text.AsSpan().ContainsAny(Controls);

    public static bool IsHolder(string text) => IsText(text, 255) && !text.Any(char.IsDigit);

    /// <summary>One to twelve digits and nothing else: no sign, no fraction, no exponent (PAY-17).</summary>
    public static bool TryDigits(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.Length is 0 or > 12 || text.ContainsAnyExceptInRange('0', '9')) return false;
        foreach (var digit in text) number = (number * 10) + (digit - '0');
        return true;
    }

    public static bool IsLetters(string text, int length) => text.Length == length && text.All(char.IsAsciiLetter);

    public static bool IsAddress(string text) => text.Length <= 45 && (V4().IsMatch(text) || (text.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(text, out _)));

    public static bool IsGender(string text) => text is "0" or "1" or "2";

    public static bool IsEmail(string text) => Email().IsMatch(text);

    public static bool IsDateOfBirth(string text) => DateOfBirth().IsMatch(text);

    public static bool IsLanguage(string text) => text.Length <= 35 && Language().IsMatch(text);

    private static string Words(Regex regex) => regex.ToString().Replace(@"\z", "$", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{1,3}){3}\z")]
    private static partial Regex V4();

    [GeneratedRegex(@"^[a-zA-Z0-9._%+-]{1,100}@[a-zA-Z0-9.-]{1,40}\.[a-zA-Z]{1,8}\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"^(19|20)[0-9]{2}(0[1-9]|1[012])(0[1-9]|[12][0-9]|3[01])\z")]
    private static partial Regex DateOfBirth();

    [GeneratedRegex(@"^[a-zA-Z]{2,3}-[a-zA-Z]{2,4}(-[a-zA-Z]{2,4})*\z")]
    private static partial Regex Language();
}
