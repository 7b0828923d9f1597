using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>What answers share, as the writers write it.</summary>
internal static class CommonShapes
{
    public const string When = "^[0-9]{14}$";

    private static readonly int[] Codes = [.. ReturnCodes.All.Select(code => code.Code).Distinct().Order()];

    private static readonly Shape Reason = Shape.Object(
        "Reason",
        new Property("Code", Shape.Number(ReturnCode.DuplicateKey.Code) with { Numbers = [.. Codes.Select(code => (long)code)] }),
        new Property("Info", Shape.Text(ReturnCode.DuplicateKey.Info)));

    private static readonly Shape Refusal = Shape.Object(
        "StatusOfNothing",
        new Property("ID", Shape.Nothing),
        new Property("Info", Shape.Nothing),
        new Property("Reasons", Shape.List(Reason) with { Sample = true }));

    public static readonly Shape Message = Shape.Object("Message", new Property("Message", Shape.Text("Authorization has been denied for this request.")));

    public static readonly Property Created = new("Created", Shape.Text("20270115093000", "UTC.") with { Pattern = When });

    public static readonly Property Nothing = new("Status", Refusal);

    public static readonly Property InvalidRequest = new(
        "InvalidRequestID", Shape.Text("i57", "The number your operator finds the request by; not with 404.") with { Pattern = "^i[0-9]+$" }, IsRequired: false);

    public static readonly Property Reference = new("MerchantTransactionID", Shape.Text("order-1"));

    public static readonly Property Originator = new("OriginatorTransactionID", Shape.Text().OrNull());

    public static readonly Property DescriptionField = new("Description", Shape.Text().OrNull());

    public static readonly Property StatementDescriptor = new("StatementDescriptor", Shape.Text().OrNull());

    public static readonly Property Currency = new("Currency", Shape.Text("EUR"));

    public static readonly Property Site = new("SiteID", Shape.Number(1010));

    public static readonly Property Articles = Null("Articles");

    public static readonly Shape Customer = Shape.Object(
        "Customer", Id(0), Text("MerchantCustomerID"), Text("Email"), Text("FirstName"), Text("LastName"), Text("Gender"),
        new Property("DateOfBirth", Shape.Text(), IsRequired: false), Text("SocialSecurityNumber"), Text("Phone"), Text("Company"));

    public static readonly Shape Address = Shape.Object(
        "Address", Id(0), Text("City"), Text("ZipCode"), Text("State"), Text("Street"), Text("StreetNumber"), Text("HouseNumber"), Text("HouseExtension"), Text("Country"));

    public static Property Status(IReadOnlyList<ShownStatus> statuses, ShownStatus sample, string name = "Status") => new(name, Shape.Object(
        null,
        new Property("ID", Shape.Number(sample.Id) with { Numbers = [.. statuses.Select(status => (long)status.Id).Distinct()] }),
        new Property("Info", Shape.Text(sample.Info) with { Words = [.. statuses.Select(status => status.Info).Distinct()] }),
        new Property("Reasons", Shape.List(Reason))));

    public static Property Id(long sample, string about = "") => new("ID", Shape.Number(sample, about));

    public static Property Text(string name) => new(name, Shape.Text().OrNull());

    public static Property Null(string name) => new(name, Shape.Nothing);

    public static Property Of(string name, Shape shape) => new(name, shape.OrNull());

    /// <summary>The same field where nothing was made: it may be missing in what was asked.</summary>
    public static Property Echoed(Property field) => field with { Shape = field.Shape with { IsNullable = true, Sample = null } };

    /// <summary>One root key that names the resource.</summary>
    public static Shape Root(string name, string key, params IReadOnlyList<Property> fields) => Shape.Object(name, new Property(key, Shape.Object(null, fields)));

    public static Shape Listed(string name, string key, Shape root) =>
        Shape.Object(name, new Property(key, Shape.List(root.Properties[0].Shape) with { Sample = true }));
}
