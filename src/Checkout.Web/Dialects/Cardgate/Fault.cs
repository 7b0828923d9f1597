using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>One entry of an errors document. It names a field and never its value.</summary>
/// <param name="Kind">Its status, and a stable word for programs.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Pointer">The place in the body.</param>
/// <param name="Parameter">The name in the query.</param>
/// <param name="Existing">The invoice that is there already.</param>
public sealed record Fault(FaultKind Kind, string Detail, string? Pointer = null, string? Parameter = null, string? Existing = null)
{
    public static readonly Fault Malformed = new(FaultKind.Malformed, "The body is not a JSON document with a data object");
    public static readonly Fault Unauthorized = new(FaultKind.Unauthorized, "The credentials are missing or wrong");
    public static readonly Fault DeadBearer = new(FaultKind.Unauthorized, "The bearer token is missing, wrong or no longer good");
    public static readonly Fault Disabled = new(FaultKind.Forbidden, "This account is switched off");
    public static readonly Fault NotFound = new(FaultKind.NotFound, "There is nothing here");
    public static readonly Fault WrongMethod = new(FaultKind.WrongMethod, "This address does not have this method");
    public static readonly Fault TooLarge = new(FaultKind.TooLarge, "The body is larger than 64 KiB");
    public static readonly Fault Broken = new(FaultKind.Broken, "Something of ours broke");
    public static readonly Fault Unavailable = new(FaultKind.Unavailable, "Nothing was done; try again in a moment");

    public static Fault Required(Place place) => new(FaultKind.Required, $"{place.Name} is required", place.Pointer);

    public static Fault Invalid(Place place, string rule) => new(FaultKind.Invalid, $"{place.Name} {rule}", place.Pointer);

    public static Fault NotSupported(Place place, string why) => new(FaultKind.NotSupported, $"{place.Name} {why}", place.Pointer);

    public static Fault NotSupported(string pointer, string why) => new(FaultKind.NotSupported, why, pointer);

    public static Fault BeyondLimit(Place place, string rule) => new(FaultKind.LimitViolation, $"{place.Name} {rule}", place.Pointer);

    public static Fault Forbidden(string why) => new(FaultKind.Forbidden, why);

    public static Fault Conflict(string why) => new(FaultKind.Conflict, why);

    public static Fault OfQuery(string parameter, FaultKind kind, string why) => new(kind, why, Parameter: parameter);
}
