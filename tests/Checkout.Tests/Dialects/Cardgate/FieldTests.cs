using System.Reflection;
using System.Text.RegularExpressions;
using Checkout.Tests.House;
using Checkout.Web.Dialects.Cardgate.Fields;

namespace Checkout.Tests.Dialects.Cardgate;

/// <summary>Nothing is read of a request that merchants are not told of.</summary>
public sealed partial class FieldTests
{
    [Fact]
    public void Every_field_that_is_declared_is_told()
    {
        var told = new[] { InvoiceAttributes.Data, SaleAttributes.Data, RefundAttributes.Data }.SelectMany(All).Concat(ListParameters.All).Concat(PublicAttributes.OfInvoice.Concat(PageAttributes.OfLink).SelectMany(All)).Select(field => field.Name).ToHashSet();
        var declared = from type in typeof(RequestField).Assembly.GetTypes()
                       where type.Namespace == typeof(RequestField).Namespace
                       from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
                       where field.FieldType == typeof(RequestField)
                       select ((RequestField)field.GetValue(null)!).Name;
        Assert.Empty(declared.Except(told));
        Assert.True(told.Count > 50, $"Only {told.Count} fields were found.");
    }

    [Fact]
    public void Every_field_that_is_read_is_declared()
    {
        var readers = Repository.Sources.Where(file => file.IsUnder("src/Checkout.Web/Dialects/Cardgate") && !file.Path.Contains("/Wire/", StringComparison.Ordinal));
        var undeclared = from file in readers
                         from Match match in InText().Matches(file.Text)
                         where !file.Text[..match.Index].EndsWith("RouteValues", StringComparison.Ordinal)
                         select $"{file.Path}:{file.LineAt(match.Index)} {match.Value}";
        Findings.None(undeclared, "A reader takes a field by its declaration, so that the description tells of it.");
    }

    private static IEnumerable<RequestField> All(RequestField field) => field.Inside.SelectMany(All).Prepend(field);

    [GeneratedRegex(@"(?<=[\w\]])\[""[a-zA-Z_]+""\]")]
    private static partial Regex InText();
}
