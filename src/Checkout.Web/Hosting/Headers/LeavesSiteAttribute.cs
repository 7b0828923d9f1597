namespace Checkout.Web.Hosting.Headers;

/// <summary>Marks a page that only sends the shopper on to another site, so its policy lets forms go there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeavesSiteAttribute : Attribute;
