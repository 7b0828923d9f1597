using System.Globalization;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Which invoices a caller wants to see.</summary>
/// <param name="Reference">Only those with this reference; null: all.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">How many a page has.</param>
/// <param name="WithCustomers">Add who pays.</param>
public sealed record InvoiceQuery(string? Reference, int Page, int Size, bool WithCustomers)
{
    private const string ByReference = "filter[reference_id]";
    private const string PageNumber = "page[number]";
    private const string PageSize = "page[size]";
    private const int UsualSize = 20;
    private const int LargestSize = 100;

    /// <summary>Pages are counted through from the newest, so the way back has an end.</summary>
    private const int MostRows = 10_000;

    /// <summary>One row more than asked for tells whether there is another page.</summary>
    public PaymentFilter Filter(int merchant) => new(merchant, Dialect.Cardgate, Reference, null, (Page * Size) + 1);

    /// <returns>The query, and every fault found. Filters we do not have are faults, because a list that ignores one shows too much.</returns>
    public static (InvoiceQuery Query, IReadOnlyList<Fault> Faults) Read(IQueryCollection query)
    {
        List<Fault> faults = [];
        foreach (var name in query.Keys.Where(k => k.StartsWith("filter", StringComparison.Ordinal) && k != ByReference)) faults.Add(Fault.OfQuery(name, "not_supported", $"{name} is not a filter of this list"));
        var reference = query[ByReference].ToString();
        if (query.ContainsKey(ByReference) && !InvoiceRules.IsReference(reference)) faults.Add(Fault.OfQuery(ByReference, "invalid", $"{ByReference} {InvoiceRules.ReferenceWords}"));
        if (query["sort"].ToString() is not ("" or "-created")) faults.Add(Fault.OfQuery("sort", "not_supported", "sort must be -created"));
        var size = Number(query, PageSize, UsualSize, LargestSize, faults);
        var page = Number(query, PageNumber, 1, MostRows / size, faults);
        return (new InvoiceQuery(reference.Length == 0 ? null : reference, page, size, WantsCustomer(query)), faults);
    }

    /// <summary><c>include=customer</c>, also among others and with brackets after the name.</summary>
    public static bool WantsCustomer(IQueryCollection query) => query.Any(q =>
        (q.Key == "include" || q.Key.StartsWith("include[", StringComparison.Ordinal)) && q.Value.Any(v => v?.Split(',').Contains("customer") == true));

    /// <summary>The address of another page of this list.</summary>
    public string Link(int page) => string.Create(CultureInfo.InvariantCulture,
        $"/api/payment-invoices?{(Reference is null ? "" : $"{ByReference}={Uri.EscapeDataString(Reference)}&")}{PageNumber}={page}&{PageSize}={Size}");

    private static int Number(IQueryCollection query, string name, int usual, int most, List<Fault> faults)
    {
        if (!query.ContainsKey(name)) return usual;
        if (int.TryParse(query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        faults.Add(Fault.OfQuery(name, "invalid", string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from 1 to {most}")));
        return usual;
    }
}
