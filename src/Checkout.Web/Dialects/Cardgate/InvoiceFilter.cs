using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate.Fields;

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
        ExpiredTried = Status is null ? null : CardgateStatus.IsTried(Status),
        IsTest = IsTest,
        Shopper = Shopper,
    };

    public bool Fits(InvoiceView view) => (Status is null || CardgateStatus.Of(view) == Status) && (Service is null || view.Service == Service);

    /// <summary>The filters as the dialect calls them, with what was asked for; a filter is there once.</summary>
    public static InvoiceFilter Read(QueryFields fields) => new()
    {
        Reference = fields.Text(ListParameters.Reference),
        Status = fields.Text(ListParameters.Status),
        Service = fields.Text(ListParameters.Service),
        Currency = fields.Text(ListParameters.Currency) is { } code ? Currency.Of(code.ToUpperInvariant()) : null,
        IsTest = fields.Text(ListParameters.TestMode) is { } mode ? mode is "true" or "1" : null,
        From = Time(fields, ListParameters.From),
        To = Time(fields, ListParameters.To),
        Shopper = fields.Text(ListParameters.Shopper),
    };

    private static DateTimeOffset? Time(QueryFields fields, RequestField field) => fields.Text(field) is { } text && ListParameters.TryTime(text, out var time) ? time : null;
}
