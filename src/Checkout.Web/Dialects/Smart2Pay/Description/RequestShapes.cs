using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Says the declared fields of requests as shapes.</summary>
internal static class RequestShapes
{
    /// <summary>A body: an object with the resource as its only field.</summary>
    public static Shape Body(RequestField root) => Shape.Object(
        root.Name + "Request", new Property(root.Name, Of(root, root.Name + "Asked"), Code: root.Fault.Code)) with { IsOpen = true };

    public static IReadOnlyList<Property> Query(IReadOnlyList<RequestField> fields) =>
        [.. fields.Select(field => new Property(field.Name, Of(field, null), IsRequired: false, field.Fault.Code))];

    /// <summary>Null means absent, so every optional field may be null; fields nobody knows are passed over.</summary>
    private static Property Inside(RequestField field)
    {
        var shape = Of(field, field.Name + "Asked");
        return new Property(field.Name, field.IsRequired ? shape : shape.OrNull(), field.IsRequired, field.Fault.Code, field.IsRequired ? field.Missing.Code : null);
    }

    private static Shape Of(RequestField field, string? name) => field.Rule.Kind switch
    {
        FieldKind.Text => Shape.Text(about: field.About) with { Pattern = field.Rule.Pattern, Longest = field.Rule.Longest },
        FieldKind.Number => Shape.Number(about: field.About) with { Least = field.Rule.Least, Most = field.Rule.Most, AlsoDigits = true, Pattern = field.Rule.Pattern },
        FieldKind.Flag => Shape.Flag(about: field.About),
        FieldKind.Object => new Shape(ShapeKind.Object) { Name = NameOf(name), About = field.About, IsOpen = true, Properties = [.. field.Inside.Select(Inside)] },
    };

    /// <summary>Both addresses look the same.</summary>
    private static string? NameOf(string? name) => name is "BillingAddressAsked" or "ShippingAddressAsked" ? "AddressAsked" : name;
}
