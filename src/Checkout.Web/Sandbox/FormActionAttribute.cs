namespace Checkout.Web.Sandbox;

/// <summary>
/// A page whose form leads to other sites, by a redirect that browsers hold to the page's <c>form-action</c> (WEB-3). The security
/// headers take the sources from here.
/// </summary>
/// <param name="sources">The value of the <c>form-action</c> directive.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormActionAttribute(string sources) : Attribute
{
    /// <summary>Any site: the bank sends the shopper on to places that it cannot know beforehand.</summary>
    public const string AnySite = "'self' http: https:";

    public string Sources => sources;
}
