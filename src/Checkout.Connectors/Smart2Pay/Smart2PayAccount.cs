using Checkout.Core.Upstream;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>A merchant's account at Smart2Pay.</summary>
/// <param name="Name">The word that attempts and tokens remember it by, for example <c>smart2pay-1</c>.</param>
/// <param name="Url">Scheme, host and port; the paths are absolute.</param>
/// <param name="Site">The SiteID: decimal digits, also the user of the credentials.</param>
/// <param name="Key">The API key; it signs in, and it proves their messages to us.</param>
/// <param name="Entry">Who collects the card.</param>
public sealed record Smart2PayAccount(string Name, Uri Url, string Site, string Key, CardEntry Entry)
{
    public override string ToString() => $"{Name} (site {Site}, key ***)";
}
