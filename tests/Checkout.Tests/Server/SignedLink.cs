using System.Security.Cryptography;
using System.Text;

namespace Checkout.Tests.Server;

/// <summary>A payment link as a merchant's page makes it, written from the published rule and from nothing of ours.</summary>
internal sealed record SignedLink(IReadOnlyDictionary<string, string> Parameters, string Secret = "sandbox-link-secret")
{
    public static SignedLink Of(string reference, long amount = 2599) => new(new Dictionary<string, string>
    {
        ["site"] = RunningCheckout.Site,
        ["reference"] = reference,
        ["amount"] = $"{amount}",
        ["currency"] = "EUR",
        ["return"] = Orders.ReturnUrl,
    });

    public string Signature
    {
        get
        {
            var lines = Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}");
            return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        }
    }

    public string Path => PathWith(Signature);

    public SignedLink With(string name, string value) => this with { Parameters = new Dictionary<string, string>(Parameters) { [name] = value } };

    public string PathWith(string signature) => "/pay?" + string.Join('&', Parameters.Append(new("signature", signature)).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
}
