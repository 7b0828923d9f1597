namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>What kind of JSON value a field holds. Numbers pass for texts, and texts for numbers and flags.</summary>
public enum FieldKind
{
    Text,
    Whole,

    /// <summary>A number in major units.</summary>
    Major,
    Flag,

    /// <summary>An object; empty it may be a list.</summary>
    Map,

    /// <summary>Whatever there is: its reader alone judges it, or passes over it.</summary>
    Any,

    /// <summary>There may be nothing.</summary>
    Nothing,
}

/// <summary>What a value looks like: how it is judged, and the same in the words of a schema.</summary>
/// <param name="Words">The rule in words, after the field's name.</param>
public sealed record FieldRule(FieldKind Kind, string Words = "")
{
    /// <summary>The judgement on a text; null where something else judges, because the value must not become text or needs more than itself.</summary>
    public Func<string, bool>? Fits { get; init; }

    /// <summary>The whole text, as a regular expression of ECMAScript; null where none says it exactly.</summary>
    public string? Pattern { get; init; }

    public int? Longest { get; init; }

    public long? Least { get; init; }

    public long? Most { get; init; }

    /// <summary>The only texts there are; empty: there are more.</summary>
    public IReadOnlyList<string> Choice { get; init; } = [];
}
