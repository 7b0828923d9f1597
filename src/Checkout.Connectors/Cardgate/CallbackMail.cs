using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>Reads what the provider sends by itself: an invoice, with a signature over its raw bytes.</summary>
internal static class CallbackMail
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static CallbackReading Read(CallbackMessage message, string secret)
    {
        if (!IsSigned(message, secret)) return new CallbackReading.NotAuthentic();
        try
        {
            using var document = JsonDocument.Parse(message.Body, Strict);
            return Invoice.Read(document.RootElement.Part("data")) is { Reference: { } reference } invoice
                ? new CallbackReading.About(reference, invoice.Amount)
                : new CallbackReading.Unreadable();
        }
        catch (JsonException)
        {
            return new CallbackReading.Unreadable();
        }
    }

    private static bool IsSigned(CallbackMessage message, string secret)
    {
        Span<byte> said = stackalloc byte[SHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(message.Signature ?? "", said, out var length) || length != said.Length) return false;

        Span<byte> right = stackalloc byte[SHA1.HashSizeInBytes];
        var key = Encoding.UTF8.GetBytes(secret);
#pragma warning disable CA5350 // The provider signs with SHA-1; what a callback says is asked again before it counts.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(key);
        hash.AppendData(message.Body.Span);
        hash.AppendData(key);
        hash.GetHashAndReset(right);
        return CryptographicOperations.FixedTimeEquals(said, right);
    }
}
