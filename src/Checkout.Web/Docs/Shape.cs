using System.Text.Json.Nodes;

namespace Checkout.Web.Docs;

/// <summary>What kind of JSON value it is.</summary>
public enum ShapeKind
{
    Text,
    Number,

    /// <summary>A number that may have decimals.</summary>
    Decimal,
    Flag,
    Null,
    Object,
    List,

    /// <summary>Whatever there is. Where it is an object, its fields may be told.</summary>
    Any,
}

/// <summary>What a JSON value looks like.</summary>
public sealed record Shape(ShapeKind Kind)
{
    /// <summary>The name it is told once by and referred to; null: it is told where it stands.</summary>
    public string? Name { get; init; }

    public string About { get; init; } = "";

    public bool IsNullable { get; init; }

    /// <summary>A number that may also come as a text of its digits.</summary>
    public bool AlsoDigits { get; init; }

    /// <summary>An object that is an empty list when nothing is in it, as PHP writes it.</summary>
    public bool AlsoEmptyList { get; init; }

    public string? Pattern { get; init; }

    public int? Longest { get; init; }

    public long? Least { get; init; }

    public long? Most { get; init; }

    public IReadOnlyList<long> Numbers { get; init; } = [];

    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<Property> Properties { get; init; } = [];

    /// <summary>An object that may have more fields than these.</summary>
    public bool IsOpen { get; init; }

    public Shape? Item { get; init; }

    /// <summary>A text, number or truth value as it may stand in an answer; null: null, or whatever the parts say.</summary>
    public object? Sample { get; init; }

    public static Shape Text(string? sample = null, string about = "") => new(ShapeKind.Text) { Sample = sample, About = about };

    public static Shape Number(long? sample = null, string about = "") => new(ShapeKind.Number) { Sample = sample, About = about };

    public static Shape Decimal(decimal? sample = null, string about = "") => new(ShapeKind.Decimal) { Sample = sample, About = about };

    public static Shape Flag(bool? sample = null, string about = "") => new(ShapeKind.Flag) { Sample = sample, About = about };

    public static Shape Nothing { get; } = new(ShapeKind.Null);

    public static Shape Anything { get; } = new(ShapeKind.Any);

    public static Shape Object(string? name, params IReadOnlyList<Property> properties) => new(ShapeKind.Object) { Name = name, Properties = properties };

    public static Shape List(Shape item) => new(ShapeKind.List) { Item = item };

    /// <summary>The same, or null; its sample is null then, unless it is named.</summary>
    public Shape OrNull() => this with { IsNullable = true };

    public bool HasFieldsOf(Shape other) => Properties.Select(p => p.Name).SequenceEqual(other.Properties.Select(p => p.Name));
}

/// <summary>A field of an object.</summary>
/// <param name="Code">The number or word that a bad value earns, in a request.</param>
/// <param name="MissingCode">The number or word that a missing value earns, in a request.</param>
public sealed record Property(string Name, Shape Shape, bool IsRequired = true, JsonNode? Code = null, JsonNode? MissingCode = null);
