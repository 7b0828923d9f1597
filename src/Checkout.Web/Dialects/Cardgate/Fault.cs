using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>One entry of an errors document. It names a field and never its value.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable word for programs.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Pointer">The place in the body.</param>
/// <param name="Parameter">The name in the query.</param>
/// <param name="Existing">The invoice that is there already.</param>
public sealed record Fault(int Status, string Code, string Detail, string? Pointer = null, string? Parameter = null, string? Existing = null)
{
    public static readonly Fault Malformed = new(400, "malformed", "The body is not a JSON document with a data object");
    public static readonly Fault Unauthorized = new(401, "unauthorized", "The credentials are missing or wrong");
    public static readonly Fault DeadBearer = new(401, "unauthorized", "The bearer token is missing, wrong or no longer good");
    public static readonly Fault NotFound = new(404, "not_found", "There is nothing here");
    public static readonly Fault WrongMethod = new(405, "method_not_allowed", "This address does not have this method");
    public static readonly Fault TooLarge = new(413, "too_large", "The body is larger than 64 KiB");
    public static readonly Fault Broken = new(500, "internal", "Something of ours broke");
    public static readonly Fault Unavailable = new(503, "unavailable", "Nothing was done; try again in a moment");

    public static Fault Required(Place place) => new(422, "required", $"{place.Name} is required", place.Pointer);

    public static Fault Invalid(Place place, string rule) => new(422, "invalid", $"{place.Name} {rule}", place.Pointer);

    public static Fault NotSupported(Place place, string why) => new(422, "not_supported", $"{place.Name} {why}", place.Pointer);

    public static Fault NotSupported(string pointer, string why) => new(422, "not_supported", why, pointer);

    public static Fault Forbidden(string why) => new(403, "forbidden", why);

    public static Fault Conflict(string why) => new(409, "conflict", why);

    public static Fault OfQuery(string parameter, string code, string why) => new(422, code, why, Parameter: parameter);
}
