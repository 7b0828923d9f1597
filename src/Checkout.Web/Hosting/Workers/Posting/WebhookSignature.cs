using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>
/// The signature of Standard Webhooks: HMAC-SHA-256 over <c>id.timestamp.body</c>. The id is the event's own and the same at every try.
/// </summary>
public sealed class WebhookSignature(string id, DateTimeOffset at, byte[] body)
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string Header = "webhook-signature";

    public string Id => id;

    public string Timestamp { get; } = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>One signature for each live secret, so that a receiver may hold either while they change.</summary>
    public string ByAll(IEnumerable<byte[]> secrets) => string.Join(' ', secrets.Select(By));

    public string By(byte[] secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, signed));
    }
}
