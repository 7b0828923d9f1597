using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Fields of an order that read alike whoever sends it, a merchant's server or a page with its public key.</summary>
public sealed class InvoiceFields(TimeProvider clock)
{
    /// <summary>A later wish is cut to a day (WEB-7).</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(1);

    public static Currency? TakenCurrency(Place place, Merchant merchant, FieldChecks checks)
    {
        var code = checks.Required(place, FieldRules.Currency);
        if (code is null) return null;
        var currency = Currency.Of(code.ToUpperInvariant());
        if (!merchant.Takes(currency)) checks.Fail(Fault.NotSupported(place, "is not one this account takes"));
        return currency;
    }

    /// <summary>An amount that the account takes. A check of a card takes nothing, and may say so: no limit is on it.</summary>
    public static Amount? AmountOf(Place place, Currency? currency, Merchant merchant, bool verifies, FieldChecks checks)
    {
        var amount = AmountOf(place, currency, verifies, checks);
        if (verifies || amount is not { } asked || merchant.Takes(asked)) return amount;
        checks.Fail(Fault.BeyondLimit(place, LimitWords(asked, merchant.LimitOn(asked.Currency)!)));
        return null;
    }

    private static string LimitWords(Amount asked, AmountLimit limit)
    {
        string Words(long minor) => $"{MajorUnits.Text(asked.With(minor))} {asked.Currency.Code}";
        return asked.Minor < limit.LeastMinor ? $"must be at least {Words(limit.LeastMinor.Value)}" : $"must be at most {Words(limit.MostMinor!.Value)}";
    }

    private static Amount? AmountOf(Place place, Currency? currency, bool verifies, FieldChecks checks)
    {
        if (verifies && place.IsAbsent) return currency is null ? null : new Amount(0, currency);
        var least = verifies ? 0 : 1;
        if (place.TryText(out var text) && MajorUnits.TryRead(text, currency, out var minor, least)) return currency is null ? null : new Amount(minor, currency);
        checks.Fail(place.IsAbsent ? Fault.Required(place) : Fault.Invalid(place, AmountWords(currency, verifies)));
        return null;
    }

    private static string AmountWords(Currency? currency, bool verifies)
    {
        var size = verifies ? "of 0 or more" : "greater than 0";
        return currency is null
            ? $"must be a number {size}"
            : string.Create(CultureInfo.InvariantCulture, $"must be a number {size}, at most {MajorUnits.Text(new Amount(Amount.LargestMinor, currency))}, with at most {currency.Exponent} decimals");
    }

    public static string? Service(Place place, Currency? currency, FieldChecks checks)
    {
        if (checks.Optional(place, FieldRules.Service) is not { } code) return null;
        if (!CardService.TryRead(code, out var own)) checks.Fail(Fault.NotSupported(place, "is not one this account has"));
        else if (currency is not null && own.Currency != currency) checks.Fail(Fault.Invalid(place, "is for another currency"));
        return code;
    }

    /// <summary>How long the invoice can be paid; what the merchant has set when the caller does not say.</summary>
    public TimeSpan LifetimeOf(Place place, Merchant merchant, FieldChecks checks)
    {
        var now = clock.GetUtcNow();
        var text = checks.Optional(
            place, text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at > now.ToUnixTimeSeconds(), FieldRules.TimeToCome.Words);
        if (text is null) return TimeSpan.FromMinutes(merchant.Settings.InvoiceMinutes);
        var left = long.Parse(text, CultureInfo.InvariantCulture) - now.ToUnixTimeSeconds();
        return left >= LongestLifetime.TotalSeconds ? LongestLifetime : TimeSpan.FromSeconds(left);
    }

    public static ReturnUrls? Urls(Place place, Merchant merchant, FieldChecks checks) => checks.Map(place).Filled is null ? null : new ReturnUrls(
        Success: Url(place[InvoiceAttributes.Success], merchant, checks), Pending: Url(place[InvoiceAttributes.Pending], merchant, checks), Fail: Url(place[InvoiceAttributes.Fail], merchant, checks));

    public static string? Url(Place place, Merchant merchant, FieldChecks checks) =>
        checks.Optional(place, text => ReturnUrl.TryRead(text, merchant, out _), FieldRules.Url.Words);
}
