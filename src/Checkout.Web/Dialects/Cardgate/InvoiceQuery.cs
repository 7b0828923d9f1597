using System.Globalization;
using Checkout.Web.Dialects.Cardgate.Fields;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Which invoices a caller wants to see, and in which order.</summary>
/// <param name="Filter">Which ones.</param>
/// <param name="OldestFirst">Otherwise the newest come first.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">How many a page has.</param>
/// <param name="WithCustomers">Add who pays.</param>
public sealed record InvoiceQuery(InvoiceFilter Filter, bool OldestFirst, int Page, int Size, bool WithCustomers)
{
    private string _again = "";

    /// <summary>One row more than asked for tells whether there is another page.</summary>
    public int Wanted => (Page * Size) + 1;

    /// <returns>The query, and every fault found.</returns>
    public static (InvoiceQuery Query, IReadOnlyList<Fault> Faults) Read(IQueryCollection query)
    {
        var fields = new QueryFields(query);
        var filter = InvoiceFilter.Read(fields);
        var sort = fields.Text(ListParameters.Sort);
        var size = fields.Number(ListParameters.Size, ListParameters.UsualSize, ListParameters.LargestSize);
        var page = fields.Number(ListParameters.Page, 1, ListParameters.MostRows / size);
        return (new InvoiceQuery(filter, sort == "created", page, size, WantsCustomer(query)) { _again = fields.Again() + (sort is null ? "" : $"sort={sort}&") }, fields.Faults);
    }

    /// <summary><c>include=customer</c>, also among others and with brackets after the name.</summary>
    public static bool WantsCustomer(IQueryCollection query) => query.Any(q =>
        (q.Key == ListParameters.Include.Name || q.Key.StartsWith(ListParameters.Include.Name + "[", StringComparison.Ordinal)) && q.Value.Any(v => v?.Split(',').Contains("customer") == true));

    /// <summary>The address of another page of this list.</summary>
    public string Link(int page) => string.Create(CultureInfo.InvariantCulture,
        $"/api/payment-invoices?{_again}{ListParameters.Page.Name}={page}&{ListParameters.Size.Name}={Size}{(WithCustomers ? "&include=customer" : "")}");
}
