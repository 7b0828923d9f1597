namespace Checkout.Web.Hosting.Headers;

/// <summary>The page is the same for everybody and may be kept for a while; it shows nothing of any merchant or shopper.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute
{
    /// <summary>Short, because a new version of the server says something else.</summary>
    public const string Caching = "public, max-age=300";
}
