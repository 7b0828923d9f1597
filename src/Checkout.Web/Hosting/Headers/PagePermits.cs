namespace Checkout.Web.Hosting.Headers;

/// <summary>What this one answer is let do beyond what every page is.</summary>
public sealed record PagePermits
{
    public static readonly PagePermits None = new();

    /// <summary>Origins whose pages may hold this one in a frame (WEB-6).</summary>
    public IReadOnlyList<string> FrameOrigins { get; init; } = [];

    /// <summary>The one style of its own that stands in the page, as the policy names it (<c>'sha256-…'</c>); null: none may.</summary>
    public string? StyleHash { get; init; }

    public static PagePermits Of(HttpContext http) => http.Features.Get<PagePermits>() ?? None;
}
