using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Says the declared fields of requests as shapes.</summary>
internal static class RequestShapes
{
    /// <summary>A body: an object with <c>data</c> in it.</summary>
    public static Shape Body(string name, RequestField data) => Shape.Object(
        name, new Property(data.Name, Of(data) with { AlsoEmptyList = false }, Code: FaultKind.Malformed.Code, MissingCode: FaultKind.Malformed.Code)) with { IsOpen = true };

    /// <summary>A body whose fields have no <c>data</c> around them.</summary>
    public static Shape Flat(string name, IReadOnlyList<RequestField> fields) => Shape.Object(name, [.. fields.Select(Inside)]) with { IsOpen = true };

    /// <summary>In a query everything is digits anyway.</summary>
    public static IReadOnlyList<Property> Query(IReadOnlyList<RequestField> fields) =>
        [.. fields.Select(static field => new Property(field.Name, Of(field) with { AlsoDigits = false, Pattern = field.Rule.Kind == FieldKind.Text ? field.Rule.Pattern : null }, IsRequired: false, CodeOf(field)))];

    /// <summary>Null means absent, so every optional field may be null; fields nobody knows are passed over.</summary>
    private static Property Inside(RequestField field) => new(
        field.Name, field.IsRequired ? Of(field) : Of(field).OrNull(), field.IsRequired, CodeOf(field), IsMissed(field) ? FaultKind.Required.Code : null);

    /// <summary>Of an object, the fields inside are missed and not the object.</summary>
    private static bool IsMissed(RequestField field) => field.Rule.Kind != FieldKind.Map && (field.IsRequired || field.MayBeRequired);

    private static string? CodeOf(RequestField field) => IsFree(field) ? null : field.Fault.Code;

    /// <summary>Nothing is refused for it.</summary>
    private static bool IsFree(RequestField field) => field.Rule is { Kind: FieldKind.Any, Words.Length: 0 };

    private static Shape Of(RequestField field)
    {
        var about = field.AlsoCalled is { } other ? $"{field.About} Also called {other}.".TrimStart() : field.About;
        return field.Rule.Kind switch
        {
            FieldKind.Text => Shape.Text(about: about) with { Pattern = field.Rule.Pattern, Longest = field.Rule.Longest, Words = field.Rule.Choice },
            FieldKind.Whole => Number(Shape.Number(about: about), field.Rule),
            FieldKind.Major => Number(Shape.Decimal(about: about), field.Rule),
            FieldKind.Flag => Shape.Flag(about: about),
            FieldKind.Map => new Shape(ShapeKind.Object) { About = about, IsOpen = true, AlsoEmptyList = true, Properties = [.. field.Inside.Select(Inside)] },
            // What is refused as a whole names no field inside.
            FieldKind.Any when IsFree(field) => Shape.Anything with { About = about, IsOpen = true, Properties = [.. field.Inside.Select(Inside)] },
            FieldKind.Any => Shape.Anything with { About = about },
            FieldKind.Nothing => Shape.Nothing with { About = about },
        };
    }

    private static Shape Number(Shape shape, FieldRule rule) => shape with { Least = rule.Least, Most = rule.Most, AlsoDigits = rule.Pattern is not null, Pattern = rule.Pattern };
}
