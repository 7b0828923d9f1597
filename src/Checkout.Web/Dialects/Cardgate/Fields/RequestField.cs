namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>One field of a request as it is declared to merchants and as it is read.</summary>
/// <param name="Name">Its key.</param>
/// <param name="About">What it is for, in a sentence.</param>
public sealed record RequestField(string Name, FieldRule Rule, string About = "")
{
    public bool IsRequired { get; init; }

    /// <summary>What a bad value earns.</summary>
    public FaultKind Fault { get; init; } = FaultKind.Invalid;

    /// <summary>It may be missing, but not always.</summary>
    public bool MayBeRequired { get; init; }

    /// <summary>A second name, read where the first is absent.</summary>
    public string? AlsoCalled { get; init; }

    /// <summary>The fields inside, of an object; none: any.</summary>
    public IReadOnlyList<RequestField> Inside { get; init; } = [];

    public static RequestField Map(string name, IReadOnlyList<RequestField> inside, string about = "") => new(name, FieldRules.Map, about) { Inside = inside };
}
