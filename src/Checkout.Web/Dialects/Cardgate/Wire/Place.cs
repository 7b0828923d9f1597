using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Checkout.Web.Dialects.Cardgate.Fields;

namespace Checkout.Web.Dialects.Cardgate.Wire;

/// <summary>
/// A place in a request: what stands there, if anything does, and the JSON pointer by which a fault names it. Reading is liberal, because
/// clients of this dialect are: numbers pass for texts, texts for numbers and flags, and PHP's <c>[]</c> for an empty map.
/// </summary>
public readonly struct Place(JsonElement value, string pointer)
{
    private const string Attributes = "/data/attributes/";

    public string Pointer => pointer;

    /// <summary>As people call the field: <c>customer.reference_id</c>.</summary>
    public string Name => pointer[(pointer.StartsWith(Attributes, StringComparison.Ordinal) ? Attributes.Length : 1)..].Replace('/', '.');

    /// <summary>Nothing was said: absent, null, or an empty text.</summary>
    public bool IsAbsent => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8));

    public bool IsMap => value.ValueKind == JsonValueKind.Object || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    /// <summary>A map with something in it; null otherwise.</summary>
    public JsonElement? Filled => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any() ? value : null;

    /// <summary>How many names stand in the map; 0 for anything else.</summary>
    public int Size => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Count() : 0;

    /// <summary>What stands in a list, each at its own place; nothing when this is no list.</summary>
    public IEnumerable<Place> Items
    {
        get
        {
            var list = pointer;
            return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, index) => new Place(item, $"{list}/{index}")) : [];
        }
    }

    public Place this[string name] =>
        new(value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var inner) ? inner : default, $"{pointer}/{name}");

    public Place this[RequestField field] => field.AlsoCalled is { } other ? this[field.Name].Or(this[other]) : this[field.Name];

    /// <summary>This place, or its other name when nothing stands here.</summary>
    public Place Or(Place alias) => IsAbsent && !alias.IsAbsent ? alias : this;

    /// <summary>The text of a string or number; false for anything else, also for half of a character, which is JSON but no text.</summary>
    public bool TryText([NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.ValueKind == JsonValueKind.Number) text = value.GetRawText();
        if (value.ValueKind != JsonValueKind.String) return text is not null;
        try
        {
            text = value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair stays "no text".
        }

        return text is not null;
    }

    public bool TryFlag(out bool flag)
    {
        flag = value.ValueKind == JsonValueKind.True;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return true;
        if (!TryText(out var text)) return false;
        flag = text is "true" or "1";
        return flag || text is "false" or "0";
    }

    /// <summary>What stands here in a buffer of its own, to be wiped. Null when nothing does.</summary>
    public SecretText? Secret() => IsAbsent ? null : SecretText.Of(value);
}
