using System.Collections.Concurrent;
using System.Globalization;
using Checkout.Core.Money;

namespace Checkout.Web.Pages.Pay.Words;

/// <summary>Amounts as people of a language write them: <c>€25.99</c>, <c>25,99 €</c>, <c>JP¥2,599</c>.</summary>
public static class MoneyText
{
    private const char NoBreak = '\u00a0';

    // At most one entry per language and currency, both of which are closed lists.
    private static readonly ConcurrentDictionary<(string, string), NumberFormatInfo> Formats = new();

    public static string Of(Amount amount, PageTexts texts)
    {
        var format = Formats.GetOrAdd((texts.Language, amount.Currency.Code), static (key, currency) => Format(key.Item1, currency), amount.Currency);
        var value = new decimal(amount.Minor) / Power(amount.Currency.Exponent);
        return value.ToString("C", format).Replace(' ', NoBreak);
    }

    private static NumberFormatInfo Format(string language, Currency currency)
    {
        var format = (NumberFormatInfo)CultureInfo.GetCultureInfo(Region(language)).NumberFormat.Clone();
        format.CurrencyDecimalDigits = currency.Exponent;
        format.CurrencySymbol = Symbol(currency.Code);
        // "CHF25.99" and "25.99CHF" need a gap that "€25.99" does not.
        if (char.IsLetter(format.CurrencySymbol[^1]) && format.CurrencyPositivePattern == 0) format.CurrencyPositivePattern = 2;
        if (char.IsLetter(format.CurrencySymbol[0]) && format.CurrencyPositivePattern == 1) format.CurrencyPositivePattern = 3;
        return format;
    }

    // Plain "ar" mixes an Arabic decimal sign with the Latin digits that .NET writes.
    private static string Region(string language) => language == "ar" ? "ar-AE" : language;

    private static decimal Power(int exponent) => exponent switch { 0 => 1m, 2 => 100m, 3 => 1000m, _ => throw new InvalidOperationException("Unknown currency exponent.") };

    /// <summary>
    /// Only signs that name one currency in every language of the page: "$" and "¥" are several, so theirs name the country too, and
    /// what has no such sign keeps its code.
    /// </summary>
    private static string Symbol(string code) => code switch
    {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "US$",
        "JPY" => "JP¥",
        "INR" => "₹",
        "KRW" => "₩",
        "BRL" => "R$",
        "ILS" => "₪",
        "UAH" => "₴",
        "TRY" => "₺",
        "VND" => "₫",
        "NGN" => "₦",
        "PHP" => "₱",
        "PLN" => "zł",
        "CZK" => "Kč",
        "AUD" => "A$",
        "CAD" => "CA$",
        "MXN" => "MX$",
        "NZD" => "NZ$",
        "HKD" => "HK$",
        _ => code,
    };
}
