namespace Checkout.Web.Dialects.Cardgate;

/// <summary>A kind of fault: the status it is answered with, and its word for programs (§3.3).</summary>
/// <param name="When">When it is said, in a sentence for people.</param>
public sealed record FaultKind(int Status, string Code, string When)
{
    public static readonly FaultKind Malformed = new(400, "malformed", "The body is not JSON, or has no data object.");
    public static readonly FaultKind Unauthorized = new(401, "unauthorized", "No key, not one of this account's, a key that a browser sent, or a bearer token that is wrong or too old.");
    public static readonly FaultKind Forbidden = new(403, "forbidden", "The account may not do this.");
    public static readonly FaultKind NotFound = new(404, "not_found", "There is no such thing at your account.");
    public static readonly FaultKind WrongMethod = new(405, "method_not_allowed", "The address does not have this method; Allow names those it has.");
    public static readonly FaultKind Conflict = new(409, "conflict", "The invoice is not in a state for this, or something of the kind is being done just now.");
    public static readonly FaultKind TooLarge = new(413, "too_large", "The body is larger than 64 KiB.");
    public static readonly FaultKind Required = new(422, "required", "A field is missing.");
    public static readonly FaultKind Invalid = new(422, "invalid", "A field is not what it has to be.");
    public static readonly FaultKind NotUnique = new(422, "not_unique", "The reference is used already; meta.id names what has it.");
    public static readonly FaultKind NotSupported = new(422, "not_supported", "The account, or this server, does not have that.");
    public static readonly FaultKind LimitViolation = new(422, "limit_violation", "It is more than is allowed or left, or less than is allowed.");
    public static readonly FaultKind TooManyRequests = new(429, "too_many_requests", "Too many requests: wait as long as Retry-After says. What stands before this server may say so; it does not itself.");
    public static readonly FaultKind Broken = new(500, "internal", "Something of ours broke.");
    public static readonly FaultKind Unavailable = new(503, "unavailable", "The store does not answer just now; try again after Retry-After.");

    public static readonly IReadOnlyList<FaultKind> All =
    [
        Malformed, Unauthorized, Forbidden, NotFound, WrongMethod, Conflict, TooLarge, Required, Invalid, NotUnique, NotSupported, LimitViolation, TooManyRequests, Broken, Unavailable,
    ];

    /// <summary>The reason phrase of today; a client compares one of them.</summary>
    public string Title => Status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        413 => "Content Too Large",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => throw new InvalidOperationException($"{Status} is a status that the dialect does not use."),
    };
}
