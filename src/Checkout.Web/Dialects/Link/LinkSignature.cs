using System.Security.Cryptography;
using System.Text;

namespace Checkout.Web.Dialects.Link;

/// <summary>
/// The signature of a payment link: lower-case hex HMAC-SHA-256 under the site's link secret over all other parameters, decoded, sorted by
/// name, written <c>name=value</c> and joined by a line feed.
/// </summary>
public static class LinkSignature
{
    public const string Name = "signature";

    public static string Of(IEnumerable<KeyValuePair<string, string>> parameters, ReadOnlySpan<byte> secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(TextOf(parameters))));

    /// <summary>Compares in constant time.</summary>
    public static bool Fits(string given, IEnumerable<KeyValuePair<string, string>> parameters, ReadOnlySpan<byte> secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Of(parameters, secret)));

    private static string TextOf(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('\n', parameters.Where(p => p.Key != Name).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
}
