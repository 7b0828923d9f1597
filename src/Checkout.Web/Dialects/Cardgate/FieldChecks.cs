using System.Buffers;
using System.Globalization;
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

    public string? Required(Place place, Func<string, bool> rule, string words)
    {
        if (place.IsAbsent) Fail(Fault.Required(place));
        return Optional(place, rule, words);
    }

    public string? Text(Place place, int longest) =>
        Optional(place, text => IsText(text, longest), string.Create(CultureInfo.InvariantCulture, $"must be a text of at most {longest} characters"));

    /// <summary>False when nothing is said.</summary>
    public bool Flag(Place place)
    {
        if (place.IsAbsent) return false;
        if (place.TryFlag(out var flag)) return flag;
        Fail(Fault.Invalid(place, "must be true or false"));
        return false;
    }

    /// <summary>Null when nothing is said.</summary>
    public bool? FlagOrNone(Place place) => place.IsAbsent ? null : Flag(place);

    /// <summary>The place itself, with a fault when something else than a map stands there.</summary>
    public Place Map(Place place)
    {
        if (!place.IsAbsent && !place.IsMap) Fail(Fault.Invalid(place, "must be an object"));
        return place;
    }

    public static bool IsText(string text, int longest) => text.Length <= longest && !text.AsSpan().ContainsAny(Controls);
}
