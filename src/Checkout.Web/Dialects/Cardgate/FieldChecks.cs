using System.Text.Json;
using System.Buffers;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Reads the fields of one request and notes a fault for each bad one. A bad field reads as absent.</summary>
public sealed class FieldChecks
{
    /// <summary>Control characters but the tabulator; no field may hold them, and no store need keep them.</summary>
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(c => c != '\t').Select(c => (char)c), .. Enumerable.Range(127, 33).Select(c => (char)c)]);

    private readonly List<Fault> _faults = [];

    /// <summary>Everything that is wrong, in the order of the fields.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    public void Fail(Fault fault) => _faults.Add(fault);

    public bool HasFailed(Place place) => _faults.Any(f => f.Pointer == place.Pointer);

    /// <summary>The text there; null when there is none, or not one the rule allows.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="rule">What it must look like.</param>
    /// <param name="words">The rule in words, after the field's name.</param>
    public string? Optional(Place place, Func<string, bool> rule, string words)
    {
        if (place.IsAbsent) return null;
        if (place.TryText(out var text) && rule(text)) return text;
        Fail(Fault.Invalid(place, words));
        return null;
    }

    /// <summary>The text of a field; null when there is none, or not one its rule allows.</summary>
    public string? Optional(Place within, RequestField field) => Optional(within[field], field.Rule);

    public string? Required(Place within, RequestField field) => Required(within[field], field.Rule);

    public string? Optional(Place place, FieldRule rule) => Optional(place, Judgement(rule), rule.Words);

    public string? Required(Place place, FieldRule rule) => Required(place, Judgement(rule), rule.Words);

    public string? Required(Place place, Func<string, bool> rule, string words)
    {
        if (place.IsAbsent) Fail(Fault.Required(place));
        return Optional(place, rule, words);
    }

    /// <summary>False when nothing is said.</summary>
    public bool Flag(Place within, RequestField field)
    {
        var place = within[field];
        if (place.IsAbsent) return false;
        if (place.TryFlag(out var flag)) return flag;
        Fail(Fault.Invalid(place, field.Rule.Words));
        return false;
    }

    /// <summary>Null when nothing is said.</summary>
    public bool? FlagOrNone(Place within, RequestField field) => within[field].IsAbsent ? null : Flag(within, field);

    /// <summary>The place itself, with a fault when something else than a map stands there.</summary>
    public Place Map(Place place)
    {
        if (!place.IsAbsent && !place.IsMap) Fail(Fault.Invalid(place, FieldRules.Map.Words));
        return place;
    }

    /// <summary>A map that is kept as it came; null when nothing is in it. Half of a character is JSON but no text, and nobody could write it again.</summary>
    public JsonElement? Kept(Place within, RequestField field)
    {
        var place = Map(within[field]);
        if (place.Filled is not { } map || IsWritable(map)) return place.Filled;
        Fail(Fault.Invalid(place, "must hold whole characters"));
        return null;
    }

    private static bool IsWritable(JsonElement map)
    {
        try
        {
            using var nowhere = new Utf8JsonWriter(Stream.Null);
            map.WriteTo(nowhere);
            return true;
        }
        catch (Exception half) when (half is InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private static Func<string, bool> Judgement(FieldRule rule) => rule.Fits ?? throw new InvalidOperationException($"What {rule.Words} is judged by its reader.");

    public static bool IsText(string text, int longest) => text.Length <= longest && !text.AsSpan().ContainsAny(Controls);
}
