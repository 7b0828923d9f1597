using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Web.Commands;

/// <summary>
/// The least and the most a payment may come to, as an operator types it: <c>AmountLimits=EUR:5-100000,JPY:100-,USD:-2500.50</c>, in major units.
/// </summary>
public static class LimitSetting
{
    private const string Wanted = "it must be a currency and its limits in major units, such as EUR:5-100000, EUR:5- or EUR:-100000";

    /// <exception cref="CommandRefusedException">A part is not as it must be; it says which and how.</exception>
    public static IReadOnlyList<AmountLimit> Read(string value)
    {
        var limits = value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Limit).ToArray();
        var twice = limits.GroupBy(limit => limit.Currency).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? limits : throw new CommandRefusedException($"AmountLimits names {twice.Key} twice.");
    }

    private static AmountLimit Limit(string text)
    {
        if (text.Split(':') is not [var code, var span] || span.Split('-') is not [var least, var most] || !Currency.TryFind(code.ToUpperInvariant(), out var currency)) throw Fault(text, Wanted);
        var limit = new AmountLimit(currency.Code, Minor(least, currency, text), Minor(most, currency, text));
        if (limit is { LeastMinor: null, MostMinor: null }) throw Fault(text, Wanted);
        return limit.LeastMinor > limit.MostMinor ? throw Fault(text, "the least is more than the most") : limit;
    }

    private static long? Minor(string text, Currency currency, string part) =>
        text.Length == 0 ? null
        : MajorUnits.TryRead(text, currency, out var minor) ? minor
        : throw Fault(part, $"{currency.Code} is written in major units, greater than 0, with at most {currency.Exponent} decimals");

    private static CommandRefusedException Fault(string part, string words) => new($"AmountLimits has \"{part}\"; {words}.");
}
