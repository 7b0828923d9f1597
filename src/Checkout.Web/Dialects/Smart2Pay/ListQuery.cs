using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Shoppers;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// Reads the filters of a list (spec §9). Keys mean the same in any letter case, empty values count as absent, unknown keys are passed over.
/// </summary>
public sealed class ListQuery
{
    private const int LongestUpstreamId = 255;

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
        _limit = (int)Math.Min(Positive("limit", ReturnCode.Limit) ?? options.ListLimit, options.LargestListLimit);
        _upTo = Positive("offset", ReturnCode.Offset);
        _reference = Text("merchantTransactionID", Patterns.IsReference, ReturnCode.MerchantTransactionId);
        _where = new ListFilter
        {
            From = Moment("startDate"),
            Until = Moment("endDate") + RestOfSecond,
            LeastMinor = Digits("minimumAmount", ReturnCode.Amount),
            MostMinor = Digits("maximumAmount", ReturnCode.Amount),
            Currency = Text("currency", static code => Currency.TryFind(code.ToUpperInvariant(), out _), ReturnCode.Currency)?.ToUpperInvariant(),
            Country = Text("country", static code => Countries.Has(code.ToUpperInvariant()), ReturnCode.Country)?.ToUpperInvariant(),
            UpstreamId = Text("methodTransactionID", static id => Patterns.IsText(id, LongestUpstreamId), ReturnCode.MethodTransactionId),
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
        where T : struct, Enum => Digits("statusID", ReturnCode.ValidationFailed) is { } id ? Array.FindAll(Enum.GetValues<T>(), status => show(status).Id == id) : null;

    private string? Text(string key, Predicate<string> isGood, ReturnCode fault)
    {
        var text = _query[key].ToString();
        if (text.Length == 0 || isGood(text)) return text.Length == 0 ? null : text;
        _faults.Add(fault);
        return null;
    }

    private long? Digits(string key, ReturnCode fault) => Text(key, static text => Patterns.TryDigits(text, out _), fault) is { } text && Patterns.TryDigits(text, out var number) ? number : null;

    private long? Positive(string key, ReturnCode fault) =>
        Text(key, static text => Patterns.TryDigits(text, out var number) && number > 0, fault) is { } text && Patterns.TryDigits(text, out var number) ? number : null;

    private DateTimeOffset? Moment(string key) => Text(key, static text => TryMoment(text, out _), ReturnCode.DateTime) is { } text && TryMoment(text, out var moment) ? moment : null;

    private static bool TryMoment(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
}
