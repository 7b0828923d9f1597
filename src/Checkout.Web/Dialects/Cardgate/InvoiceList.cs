using System.Text.Json;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>The invoices of a merchant; by its reference a client finds one whose answer it lost.</summary>
public sealed class InvoiceList(InvoiceSearch search, InvoiceWriter writer)
{
    /// <summary>Too many invoices come near what was asked for to look at them all.</summary>
    private static readonly Fault TooWide = Fault.OfQuery("filter[created][from]", FaultKind.LimitViolation, "Too many invoices have to be looked at: narrow them by filter[created]");

    public async Task<Answer> RunAsync(CardgateCaller caller, InvoiceQuery query)
    {
        if (await search.RunAsync(caller, query) is not var (shown, found)) return Refused.For(TooWide);

        return new Answer(200, JsonBody.Of((List: this, Query: query, Shown: shown, Found: found), static (json, what) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data"u8);
            foreach (var view in what.Shown) what.List.Write(json, view);
            json.WriteEndArray();
            if (what.Query.WithCustomers) what.List.WriteIncluded(json, what.Shown);
            Links(json, what.Query, what.Found);
            Meta(json, what.Query, what.Found);
            json.WriteEndObject();
        }));
    }

    private void Write(Utf8JsonWriter json, InvoiceView view) => writer.Resource(json, view);

    private void WriteIncluded(Utf8JsonWriter json, IReadOnlyList<InvoiceView> views) => writer.Included(json, views);

    private static void Links(Utf8JsonWriter json, InvoiceQuery query, int found)
    {
        var isLast = IsLast(query, found);
        json.WriteStartObject("links"u8);
        json.WriteString("self"u8, query.Link(query.Page));
        json.WriteString("first"u8, query.Link(1));
        json.WriteString("prev"u8, query.Page > 1 ? query.Link(query.Page - 1) : null);
        json.WriteString("next"u8, isLast ? null : query.Link(query.Page + 1));
        json.WriteString("last"u8, isLast ? query.Link(Math.Max(1, (found + query.Size - 1) / query.Size)) : null);
        json.WriteEndObject();
    }

    /// <summary>How many there are is known on the last page only: counting them all would cost more than showing them.</summary>
    private static void Meta(Utf8JsonWriter json, InvoiceQuery query, int found)
    {
        json.WriteStartObject("meta"u8);
        if (IsLast(query, found)) json.WriteNumber("total"u8, found);
        else json.WriteNull("total"u8);
        json.WriteNumber("page"u8, query.Page);
        json.WriteNumber("size"u8, query.Size);
        json.WriteEndObject();
    }

    private static bool IsLast(InvoiceQuery query, int found) => found <= query.Page * query.Size;
}
