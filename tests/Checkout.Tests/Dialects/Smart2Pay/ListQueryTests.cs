using Checkout.Core.Storage;
using Checkout.Web.Dialects.Smart2Pay;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Checkout.Tests.Dialects.Smart2Pay;

public sealed class ListQueryTests
{
    [Theory]
    [InlineData("", null, null, 50)]
    [InlineData("?limit=&offset=&merchantTransactionID=", null, null, 50)]
    [InlineData("?LIMIT=100&Offset=7&merchanttransactionid=shop-1&colour=red", "shop-1", 7, 100)]
    [InlineData("?limit=999999", null, null, 500)]
    public void Filters_are_read_in_any_letter_case(string query, string? reference, int? upTo, int limit)
    {
        var (filter, faults) = Read(query);
        Assert.Empty(faults);
        Assert.Equal((1010, reference, (long?)upTo, limit), (filter.Merchant, filter.Reference, filter.UpTo, filter.Limit));
    }

    [Theory]
    [InlineData("?limit=0", 107)]
    [InlineData("?limit=-5", 107)]
    [InlineData("?limit=ten", 107)]
    [InlineData("?limit=1&limit=2", 107)]
    [InlineData("?offset=x", 106)]
    [InlineData("?merchantTransactionID=a%20b", 110)]
    public void Bad_values_have_their_codes(string query, int code) => Assert.Equal([code], Read(query).Faults.Select(f => f.Code));

    private static (PaymentFilter Filter, IReadOnlyList<ReturnCode> Faults) Read(string query) =>
        ListQuery.Payments(new QueryCollection(QueryHelpers.ParseQuery(query)), Given.Shop, new Smart2PayOptions());
}
