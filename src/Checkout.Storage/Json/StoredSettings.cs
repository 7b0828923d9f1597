using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;

namespace Checkout.Storage.Json;

/// <summary>
/// Settings that were stored before a setting existed get that setting's default. The serializer alone would give it null or false:
/// it constructs records from what the text holds.
/// </summary>
internal static class StoredSettings
{
    private static readonly byte[] Defaults = JsonSerializer.SerializeToUtf8Bytes(new MerchantSettings(), StoredJson.Default.MerchantSettings);

    public static MerchantSettings Read(ReadOnlySpan<byte> text)
    {
        var merged = JsonNode.Parse(Defaults)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(text)!.AsObject()) merged[name] = value?.DeepClone();
        return merged.Deserialize(StoredJson.Default.MerchantSettings)!;
    }
}
