using System.Globalization;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Dialects.Smart2Pay.Fields;

/// <summary>The filters of a list, as they stand in the query (spec §9).</summary>
public static class ListFields
{
    private static readonly FieldRule Digits = Text(static text => Patterns.TryDigits(text, out _), "^[0-9]{1,12}$", 12);

    private static readonly FieldRule Positive = Text(static text => Patterns.TryDigits(text, out var number) && number > 0, "^(?=.*[1-9])[0-9]{1,12}$", 12);

    /// <summary>The calendar says more than a pattern can.</summary>
    private static readonly FieldRule When = Text(static text => TryMoment(text, out _), pattern: null, 14);

    public static readonly RequestField Limit = new("limit", Positive, ReturnCode.Limit, "The most items to answer with: 50 by default, at most what the server allows.");
    public static readonly RequestField Offset = new("offset", Positive, ReturnCode.Offset, "Only items whose ID is not above this one; the newest come first.");
    public static readonly RequestField Reference = new("merchantTransactionID", FieldRules.Reference, ReturnCode.MerchantTransactionId, "Exactly this name.");
    public static readonly RequestField From = new("startDate", When, ReturnCode.DateTime, "Created at this moment or later; yyyyMMddHHmmss in UTC.");
    public static readonly RequestField Until = new("endDate", When, ReturnCode.DateTime, "Created at this moment or earlier; yyyyMMddHHmmss in UTC.");
    public static readonly RequestField Least = new("minimumAmount", Digits, ReturnCode.Amount, "At least so much, in minor units.");
    public static readonly RequestField Most = new("maximumAmount", Digits, ReturnCode.Amount, "At most so much, in minor units.");

    public static readonly RequestField Currency = new(
        "currency", Text(static code => Core.Money.Currency.TryFind(code.ToUpperInvariant(), out _), pattern: null, 3), ReturnCode.Currency, "ISO 4217.");

    public static readonly RequestField Country = new(
        "country", Text(static code => Countries.Has(code.ToUpperInvariant()), pattern: null, 2), ReturnCode.Country, "The billing country, ISO 3166-1, two letters.");

    public static readonly RequestField UpstreamId = new("methodTransactionID", FieldRules.AnyText(255), ReturnCode.MethodTransactionId, "The acquirer's reference.");
    public static readonly RequestField Status = new("statusID", Digits, ReturnCode.ValidationFailed, "The status it has now.");

    public static readonly IReadOnlyList<RequestField> All = [Limit, Offset, From, Until, Country, Currency, Least, Most, Reference, Status, UpstreamId];

    public static bool TryMoment(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    private static FieldRule Text(Func<string, bool> fits, string? pattern, int longest) => new(FieldKind.Text) { Fits = fits, Pattern = pattern, Longest = longest };
}
