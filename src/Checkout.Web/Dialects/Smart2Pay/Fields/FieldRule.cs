namespace Checkout.Web.Dialects.Smart2Pay.Fields;

/// <summary>What kind of JSON value a field holds.</summary>
public enum FieldKind
{
    Text,

    /// <summary>A whole number, or a text of its digits.</summary>
    Number,
    Flag,
    Object,
}

/// <summary>What a value looks like: how it is judged, and the same in the words of a schema.</summary>
public sealed record FieldRule(FieldKind Kind)
{
    /// <summary>The judgement on a text; null where something else judges, because the value must not become text or needs more than itself.</summary>
    public Func<string, bool>? Fits { get; init; }

    /// <summary>The whole text, as a regular expression of ECMAScript; null where none says it exactly.</summary>
    public string? Pattern { get; init; }

    public int? Longest { get; init; }

    public long Least { get; init; }

    public long Most { get; init; }
}
