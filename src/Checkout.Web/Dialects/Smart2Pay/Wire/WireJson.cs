using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>
/// Reads requests (API-3): keys in any letter case, none of them twice, at most 16 levels, strict UTF-8, unknown keys passed over.
/// </summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, AllowDuplicateProperties = false, MaxDepth = 16, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PaymentEnvelope))]
[JsonSerializable(typeof(RefundEnvelope))]
[JsonSerializable(typeof(PayoutEnvelope))]
[JsonSerializable(typeof(CardAuthenticationEnvelope))]
public sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>The root of a request, or null when the body cannot be read.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> shape)
        where T : class
    {
        if (!Utf8.IsValid(body)) return null;
        try
        {
            return JsonSerializer.Deserialize(body, shape);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
