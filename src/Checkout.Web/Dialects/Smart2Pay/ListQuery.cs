using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Smart2Pay.Fields;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// Reads the filters of a list (spec §9). Keys mean the same in any letter case, empty values count as absent, unknown keys are passed over.
/// </summary>
public sealed class ListQuery
{
    /// <summary>A moment is said to the second, and all of that second belongs to what it bounds.</summary>
    private static readonly TimeSpan RestOfSecond = TimeSpan.FromMilliseconds(999);

    private readonly IQueryCollection _query;
    private readonly List<ReturnCode> _faults = [];
    private readonly string? _reference;
    private readonly long? _upTo;
    private readonly int _limit;
    private readonly ListFilter _where;

    private ListQuery(IQueryCollection query, Smart2PayOptions options)
    {
        _query = query;
        _limit = (int)Math.Min(Digits(ListFields.Limit) ?? options.ListLimit, options.LargestListLimit);
        _upTo = Digits(ListFields.Offset);
        _reference = Text(ListFields.Reference);
        _where = new ListFilter
        {
            From = Moment(ListFields.From),
            Until = Moment(ListFields.Until) + RestOfSecond,
            LeastMinor = Digits(ListFields.Least),
            MostMinor = Digits(ListFields.Most),
            Currency = Text(ListFields.Currency)?.ToUpperInvariant(),
            Country = Text(ListFields.Country)?.ToUpperInvariant(),
            UpstreamId = Text(ListFields.UpstreamId),
        };
    }

    /// <returns>The filter, and every fault found.</returns>
    public static (PaymentFilter Filter, IReadOnlyList<ReturnCode> Faults) Payments(IQueryCollection query, Merchant merchant, Smart2PayOptions options)
    {
        var asked = new ListQuery(query, options);
        var statuses = asked.Shown(static (PaymentStatus status) => Smart2PayStatus.Of(status));
        return (new PaymentFilter(merchant.Id, Dialect.Smart2Pay, asked._reference, asked._upTo, asked._limit) { Where = asked._where, Statuses = statuses }, asked._faults);
    }

    /// <returns>The filter, and every fault found.</returns>
    public static (PayoutFilter Filter, IReadOnlyList<ReturnCode> Faults) Payouts(IQueryCollection query, Merchant merchant, Smart2PayOptions options)
    {
        var asked = new ListQuery(query, options);
        var states = asked.Shown(static (PayoutState state) => Smart2PayStatus.Of(state));
        return (new PayoutFilter(merchant.Id, asked._reference, asked._upTo, asked._limit) { Where = asked._where, States = states }, asked._faults);
    }

    /// <summary>All of ours that are shown by the number that was asked for: none, for a number that cards do not have.</summary>
    private T[]? Shown<T>(Func<T, ShownStatus> show)
        where T : struct, Enum => Digits(ListFields.Status) is { } id ? Array.FindAll(Enum.GetValues<T>(), status => show(status).Id == id) : null;

    private string? Text(RequestField declared)
    {
        var text = _query[declared.Name].ToString();
        if (text.Length == 0 || declared.Rule.Fits!(text)) return text.Length == 0 ? null : text;
        _faults.Add(declared.Fault);
        return null;
    }

    private long? Digits(RequestField declared) => Text(declared) is { } text && Patterns.TryDigits(text, out var number) ? number : null;

    private DateTimeOffset? Moment(RequestField declared) => Text(declared) is { } text && ListFields.TryMoment(text, out var moment) ? moment : null;
}
