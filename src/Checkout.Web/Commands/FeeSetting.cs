using System.Globalization;
using System.Text.RegularExpressions;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Web.Commands;

/// <summary>
/// What a merchant pays for its payments, as an operator types it: <c>Fees=USD:2.9%+0.30,EUR:1.4%,JPY:40</c>. Each is a percentage of the
/// amount, something fixed in major units, or both.
/// </summary>
public static partial class FeeSetting
{
    private const int MostPercent = 100;

    private const string Wanted = "it must be a currency and its fee, such as USD:2.9%+0.30, EUR:1.4% or JPY:40";

    /// <exception cref="CommandRefusedException">A part is not as it must be; it says which and how.</exception>
    public static IReadOnlyList<Fee> Read(string value)
    {
        var fees = value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One).ToArray();
        var twice = fees.GroupBy(fee => fee.Currency).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? fees : throw new CommandRefusedException($"Fees names {twice.Key} twice.");
    }

    private static Fee One(string text)
    {
        if (text.Split(':') is not [var code, var fee] || !Currency.TryFind(code.ToUpperInvariant(), out var currency)) throw Fault(text, Wanted);
        return fee.Split('+') switch
        {
            [[.. var percent, '%']] => new(currency.Code, Millionths(percent, text), FixedMinor: 0),
            [[.. var percent, '%'], var fixedPart] => new(currency.Code, Millionths(percent, text), Minor(fixedPart, currency, text)),
            [{ Length: > 0 } fixedPart] => new(currency.Code, Millionths: 0, Minor(fixedPart, currency, text)),
            _ => throw Fault(text, Wanted),
        };
    }

    private static int Millionths(string percent, string part) =>
        Percent().IsMatch(percent) && decimal.Parse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) is > 0 and <= MostPercent and var read
            ? (int)(read * (Fee.Whole / MostPercent))
            : throw Fault(part, $"a percentage is greater than 0, at most {MostPercent}, with at most 4 decimals");

    private static long Minor(string text, Currency currency, string part) => MajorUnits.TryRead(text, currency, out var minor)
        ? minor
        : throw Fault(part, $"{currency.Code} is written in major units, greater than 0, with at most {currency.Exponent} decimals");

    private static CommandRefusedException Fault(string part, string words) => new($"Fees has \"{part}\"; {words}.");

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();
}
