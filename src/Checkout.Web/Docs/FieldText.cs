using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Web.Docs;

/// <summary>A field as a line for people.</summary>
/// <param name="Name">With the objects around it, separated by dots.</param>
/// <param name="Rule">What kind of value, how long, whether it must be there.</param>
public sealed record FieldText(string Name, string Rule, string About, string? Pattern, string Codes)
{
    /// <summary>How patterns begin that forbid control characters and nothing else: they tell people nothing.</summary>
    private const string NoControls = @"^[^\u0000";

    /// <summary>The fields of a shape and of the objects inside it.</summary>
    public static IEnumerable<FieldText> Of(Shape shape, string before = "") => shape.Properties.SelectMany(property =>
        Of(property.Shape, before + property.Name + ".").Prepend(Of(property, before)));

    public static FieldText Of(Property property, string before = "") => new(
        before + property.Name,
        string.Join(", ", new[] { Kind(property.Shape), property.IsRequired ? "required" : null }.OfType<string>()),
        property.Shape.About,
        property.Shape.Kind == ShapeKind.Text && property.Shape.Pattern?.StartsWith(NoControls, StringComparison.Ordinal) == false ? property.Shape.Pattern : null,
        Refusals(property));

    private static string Refusals(Property property) =>
        $"{(property.Code is { } code ? $"; code {code} if wrong" : "")}{(property.MissingCode is { } missing && !JsonNode.DeepEquals(missing, property.Code) ? $", {missing} if missing" : "")}";

    private static string Kind(Shape shape) => shape.Kind switch
    {
        ShapeKind.Text when shape.Words.Count > 0 => string.Join(" or ", shape.Words),
        ShapeKind.Text when shape.Longest is { } longest => string.Create(CultureInfo.InvariantCulture, $"text, at most {longest}"),
        ShapeKind.Text => "text",
        ShapeKind.Number when shape.Most is { } only && only == shape.Least => string.Create(CultureInfo.InvariantCulture, $"the number {only}"),
        ShapeKind.Number when shape.Most is { } most => string.Create(CultureInfo.InvariantCulture, $"whole number, {shape.Least} to {most}"),
        ShapeKind.Number => "whole number",
        ShapeKind.Decimal => "number",
        ShapeKind.Flag => "true or false",
        ShapeKind.Null => "nothing",
        ShapeKind.Object => "object",
        ShapeKind.List => "list",
        ShapeKind.Any => "anything",
    };
}
