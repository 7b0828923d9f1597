using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkout.Connectors.Smart2Pay.Wire;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.CallbackReading;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Reads the messages they send by themselves. Our own credentials are the only proof that one is theirs.</summary>
internal sealed class Callbacks(Smart2PayAccount account)
{
    private const string Scheme = "Basic ";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    // Digests have one length, so that comparing them tells nothing about the length of the key either.
    private readonly byte[] _expected = SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Site}:{account.Key}"));

    public CallbackReading Read(CallbackMessage message)
    {
        if (!IsAuthentic(message.Authorization)) return new NotAuthentic();
        try
        {
            using var document = JsonDocument.Parse(message.Body, Strict);
            return About(document.RootElement);
        }
        catch (JsonException)
        {
            return new Unreadable();
        }
    }

    private bool IsAuthentic(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var credentials = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), credentials, out var length)) return false;
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(credentials.AsSpan(0, length)), _expected);
    }

    private CallbackReading About(JsonElement body)
    {
        // Names their payment and not ours; the payment's own message says that it is disputed.
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("Dispute"u8, out _)) return new Besides();

        var resource = Resource.In(body, "Payment") ?? Resource.In(body, "Refund") ?? Resource.In(body, "Payout");
        // The site stands in the credentials already; said again, it must not be another.
        if (resource?.Reference is not { } reference || (resource.Site is { } site && site != account.Site)) return new Unreadable();

        // An amount that is said has to be readable, or it could not be compared.
        return resource.Amount is null && resource.SaysAmount ? new Unreadable() : new About(reference, resource.Amount);
    }
}
