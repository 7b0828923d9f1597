using System.Security.Cryptography;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>The proof of a callback: <c>Base64(SHA1(secret + body + secret))</c> over the raw bytes.</summary>
public static class CallbackSignature
{
    public const string Header = "X-Signature";

    // The dialect fixes SHA-1. Its known weakness, two texts with one hash, needs an attacker who writes the text and knows the secret before it.
#pragma warning disable CA5350
    public static string Of(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> body) => Convert.ToBase64String(SHA1.HashData([.. secret, .. body, .. secret]));
#pragma warning restore CA5350
}
