using System.Globalization;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>What a list of invoices is narrowed by (§3.4); null: anything.</summary>
public sealed record InvoiceFilter
{
    public string? Reference { get; init; }

    /// <summary>In the dialect's words, of which some mean more than Core's status.</summary>
    public string? Status { get; init; }

    public string? Service { get; init; }

    public Currency? Currency { get; init; }

    public bool? IsTest { get; init; }

    /// <summary>Whole seconds, both included.</summary>
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public string? Shopper { get; init; }

    /// <summary>Whether the store alone tells which invoices are wanted; otherwise each has to be looked at by <see cref="Fits"/>.</summary>
    public bool IsOfStore => Status is null && Service is null;

    /// <summary>The part of it that the store can tell.</summary>
    public PaymentFilter Of(int merchant, int limit) => new(merchant, Dialect.Cardgate, Reference, null, limit)
    {
        Where = new ListFilter
        {
            From = From,
            Until = To?.AddMilliseconds(999),
            Currency = Currency?.Code ?? (CardService.TryRead(Service, out var service) ? service.Currency.Code : null),
        },
        Statuses = Status is null ? null : CardgateStatus.Behind(Status),
        IsRefunding = Status is null ? null : CardgateStatus.IsRefunding(Status),
        IsTest = IsTest,
        Shopper = Shopper,
    };

    public bool Fits(InvoiceView view) => (Status is null || CardgateStatus.Of(view) == Status) && (Service is null || view.Notes.Service == Service);

    /// <summary>The filters as the dialect calls them, with what was asked for; a filter is there once.</summary>
    public static InvoiceFilter Read(QueryFields fields) => new()
    {
        Reference = fields.Text("filter[reference_id]", InvoiceRules.IsReference, InvoiceRules.ReferenceWords),
        Status = fields.Text("filter[status]", CardgateStatus.IsWord, "must be a status of an invoice"),
        Service = fields.Text("filter[service]", static text => CardService.TryRead(text, out _), "must be the code of a service"),
        Currency = fields.Text("filter[currency]", static text => Currency.TryFind(text.ToUpperInvariant(), out _), "must be a currency's three letters (ISO 4217)") is { } code
            ? Currency.Of(code.ToUpperInvariant())
            : null,
        IsTest = fields.Text("filter[test_mode]", static text => text is "true" or "false" or "1" or "0", "must be true or false") is { } mode ? mode is "true" or "1" : null,
        From = Time(fields, "filter[created][from]"),
        To = Time(fields, "filter[created][to]"),
        Shopper = fields.Text("filter[customer.reference_id]", InvoiceRules.IsReference, InvoiceRules.ReferenceWords),
    };

    private static DateTimeOffset? Time(QueryFields fields, string name) =>
        fields.Text(name, static text => TryTime(text, out _), "must be a time in Unix seconds") is { } text && TryTime(text, out var time) ? time : null;

    private static bool TryTime(string text, out DateTimeOffset time)
    {
        var isTime = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        time = isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isTime;
    }
}
