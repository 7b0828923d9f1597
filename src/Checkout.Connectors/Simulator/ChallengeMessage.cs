using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkout.Connectors.Simulator;

/// <summary>A message of the second 3-D Secure between a shop and a bank: base64url of JSON, without padding (EMV 3-D Secure, CReq and CRes).</summary>
/// <param name="ServerId">The transaction as the shop's side calls it.</param>
/// <param name="BankId">The transaction as the bank calls it.</param>
/// <param name="Status">In an answer: <c>Y</c> passed, <c>N</c> not.</param>
internal sealed record ChallengeMessage(
    [property: JsonPropertyName("threeDSServerTransID")] string? ServerId,
    [property: JsonPropertyName("acsTransID")] string? BankId,
    [property: JsonPropertyName("messageType")] string? Type,
    [property: JsonPropertyName("messageVersion")] string? Version,
    [property: JsonPropertyName("challengeWindowSize")] string? WindowSize,
    [property: JsonPropertyName("transStatus")] string? Status)
{
    public const string Request = "CReq";
    public const string Response = "CRes";

    private const string Spoken = "2.2.0";
    private const string WholeWindow = "05";

    public static string Ask(string reference) => Write(new(ServerIdOf(reference), BankIdOf(reference), Request, Spoken, WholeWindow, null));

    public static string Answer(string reference, bool passed) => Write(new(ServerIdOf(reference), BankIdOf(reference), Response, Spoken, null, passed ? "Y" : "N"));

    /// <returns>Null when it cannot be read.</returns>
    public static ChallengeMessage? Read(string text)
    {
        if (!Base64Url.IsValid(text)) return null;
        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), ChallengeJson.Default.ChallengeMessage);
        }
        catch (JsonException)
        {
            // A browser brought it: it may be anything.
            return null;
        }
    }

    public bool IsAbout(string reference) => Version == Spoken && ServerId == ServerIdOf(reference) && BankId == BankIdOf(reference);

    private static string ServerIdOf(string reference) => IdOf("threeDSServerTransID", reference);

    private static string BankIdOf(string reference) => IdOf("acsTransID", reference);

    /// <summary>A UUID (version 8) that is always the same for a charge.</summary>
    private static string IdOf(string kind, string reference)
    {
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{reference}"), id);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id[..16], bigEndian: true).ToString();
    }

    private static string Write(ChallengeMessage message) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(message, ChallengeJson.Default.ChallengeMessage));
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChallengeMessage))]
internal sealed partial class ChallengeJson : JsonSerializerContext;
