using System.Globalization;
using static Checkout.Web.Dialects.Cardgate.Fields.FieldRules;

namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>What a list of invoices is narrowed and ordered by (§3.4).</summary>
public static class ListParameters
{
    public const int UsualSize = 20;
    public const int LargestSize = 100;

    /// <summary>Pages are counted through from the first, so the way back has an end.</summary>
    public const int MostRows = 10_000;

    private static readonly FieldRule Time = new(FieldKind.Whole, "must be a time in Unix seconds") { Fits = static text => TryTime(text, out _), Pattern = "^[0-9]+$", Least = 0, Most = DateTimeOffset.MaxValue.ToUnixTimeSeconds() };

    public static readonly RequestField Reference = new("filter[reference_id]", FieldRules.Reference, "Exactly this name: a client that lost an answer finds its invoice by it.");
    public static readonly RequestField Status = new(
        "filter[status]", new FieldRule(FieldKind.Text, "must be a status of an invoice") { Fits = CardgateStatus.IsWord, Choice = CardgateStatus.OfInvoices }, "The status it has now.");
    public static readonly RequestField Service = new(
        "filter[service]", new FieldRule(FieldKind.Text, "must be the code of a service") { Fits = static text => CardService.TryRead(text, out _), Pattern = "^payment_card_[a-z]{3}_hpp$" }, "The code of a service.");
    public static readonly RequestField Currency = new("filter[currency]", FieldRules.Currency, "ISO 4217.");
    public static readonly RequestField TestMode = new("filter[test_mode]", OneOf("must be true or false", "true", "false", "1", "0"));
    public static readonly RequestField From = new("filter[created][from]", Time, "Created at this moment or later; Unix seconds.");
    public static readonly RequestField To = new("filter[created][to]", Time, "Created at this moment or earlier; Unix seconds.");
    public static readonly RequestField Shopper = new("filter[customer.reference_id]", FieldRules.Reference, "Your name for the shopper.");
    public static readonly RequestField Sort = new("sort", OneOf("must be created or -created", "-created", "created"), "The newest first, or the oldest.");
    public static readonly RequestField Page = new("page[number]", Number(MostRows), string.Create(CultureInfo.InvariantCulture, $"From 1, as far as {MostRows} invoices go."));
    public static readonly RequestField Size = new("page[size]", Number(LargestSize), string.Create(CultureInfo.InvariantCulture, $"How many a page has: {UsualSize} without it."));

    /// <summary>Other words are passed over, because clients ask for more than there is.</summary>
    public static readonly RequestField Include = new("include", Any, "customer: add who pays. Also written include[].");

    public static readonly IReadOnlyList<RequestField> All = [Reference, Status, Service, Currency, TestMode, From, To, Shopper, Sort, Page, Size, Include];

    public static bool TryTime(string text, out DateTimeOffset time)
    {
        var isTime = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        time = isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isTime;
    }

    private static FieldRule Number(int most) => new(FieldKind.Whole, string.Create(CultureInfo.InvariantCulture, $"must be a number from 1 to {most}")) { Least = 1, Most = most };
}
