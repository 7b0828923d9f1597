using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Reads the filters of a list. Keys mean the same in any letter case, empty values count as absent, unknown keys are passed over.</summary>
public static class ListQuery
{
    /// <returns>The filter, and every fault found.</returns>
    public static (PaymentFilter Filter, IReadOnlyList<ReturnCode> Faults) Payments(IQueryCollection query, Merchant merchant, Smart2PayOptions options)
    {
        List<ReturnCode> faults = [];
        var (reference, upTo, limit) = Common(query, options, faults);
        return (new PaymentFilter(merchant.Id, Dialect.Smart2Pay, reference, upTo, limit), faults);
    }

    /// <returns>The filter, and every fault found.</returns>
    public static (PayoutFilter Filter, IReadOnlyList<ReturnCode> Faults) Payouts(IQueryCollection query, Merchant merchant, Smart2PayOptions options)
    {
        List<ReturnCode> faults = [];
        var (reference, upTo, limit) = Common(query, options, faults);
        return (new PayoutFilter(merchant.Id, reference, upTo, limit), faults);
    }

    private static (string? Reference, long? UpTo, int Limit) Common(IQueryCollection query, Smart2PayOptions options, List<ReturnCode> faults)
    {
        var limit = Number(query["limit"].ToString(), ReturnCode.Limit, faults) ?? options.ListLimit;
        var upTo = Number(query["offset"].ToString(), ReturnCode.Offset, faults);
        var reference = query["merchantTransactionID"].ToString();
        if (reference.Length > 0 && !Patterns.IsReference(reference)) faults.Add(ReturnCode.MerchantTransactionId);
        return (reference.Length == 0 ? null : reference, upTo, (int)Math.Min(limit, options.LargestListLimit));
    }

    private static long? Number(string text, ReturnCode fault, List<ReturnCode> faults)
    {
        if (text.Length == 0) return null;
        if (Patterns.TryDigits(text, out var number) && number > 0) return number;
        faults.Add(fault);
        return null;
    }

    /// <summary>The number a route says; 0, which nothing has, when it is not one.</summary>
    public static long Number(this HttpRequest request, string name) =>
        long.TryParse(request.RouteValues[name] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
