using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// The bearer token of one session, a JWT under HS256. Callers need not look inside; whoever holds it may pay that invoice until it ends.
/// The same session always gets the same one, so that a repeated read does not make new ones.
/// </summary>
public sealed class SessionTokens(ISessionMac mac, TimeProvider clock)
{
    private const int Longest = 1024;
    private const string Scheme = "Bearer ";
    private const int IdBytes = 12;

    /// <summary>There is only one header: whatever says another algorithm is not ours.</summary>
    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);

    public string Make(string session, DateTimeOffset until)
    {
        var payload = JsonBody.Of((Session: session, Until: until, Id: IdOf(session)), static (json, what) =>
        {
            json.WriteStartObject();
            json.WriteString("sid"u8, what.Session);
            json.WriteNumber("exp"u8, what.Until.ToUnixTimeSeconds());
            json.WriteNull("expires"u8);
            json.WriteString("jti"u8, what.Id);
            json.WriteEndObject();
        });
        var signed = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{SignatureOf(signed)}";
    }

    /// <summary>The session an <c>Authorization</c> header opens now; false when it is missing, forged or too old.</summary>
    public bool TryOpen(string? authorization, [NotNullWhen(true)] out string? session)
    {
        session = null;
        if (authorization is not { Length: <= Longest } || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var parts = authorization[Scheme.Length..].Trim().Split('.');
        if (parts.Length != 3 || parts[0] != Header) return false;

        var ours = Encoding.ASCII.GetBytes(SignatureOf($"{parts[0]}.{parts[1]}"));
        if (!CryptographicOperations.FixedTimeEquals(ours, Encoding.UTF8.GetBytes(parts[2]))) return false;

        // From here on every byte is one that we wrote.
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        if (claims.RootElement.GetProperty("exp"u8).GetInt64() <= clock.GetUtcNow().ToUnixTimeSeconds()) return false;
        session = claims.RootElement.GetProperty("sid"u8).GetString();
        return session is not null;
    }

    private string SignatureOf(string signed) => Base64Url.EncodeToString(mac.Of(Encoding.UTF8.GetBytes("cardgate.jwt.v1\n" + signed)));

    private string IdOf(string session) => Base64Url.EncodeToString(mac.Of(Encoding.UTF8.GetBytes("cardgate.jti.v1\n" + session)).AsSpan(0, IdBytes));
}
