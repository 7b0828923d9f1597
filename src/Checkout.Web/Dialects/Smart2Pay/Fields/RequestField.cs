namespace Checkout.Web.Dialects.Smart2Pay.Fields;

/// <summary>One field of a request as it is declared to merchants and as it is read.</summary>
/// <param name="Name">Its key, in the published casing.</param>
/// <param name="Fault">What a bad value earns.</param>
/// <param name="About">What it is for, in a sentence.</param>
public sealed record RequestField(string Name, FieldRule Rule, ReturnCode Fault, string About = "")
{
    private readonly ReturnCode? _missing;

    public bool IsRequired { get; init; }

    /// <summary>What a missing value earns; mostly the same as a bad one.</summary>
    public ReturnCode Missing
    {
        get => _missing ?? Fault;
        init => _missing = value;
    }

    /// <summary>The fields inside, of an object.</summary>
    public IReadOnlyList<RequestField> Inside { get; init; } = [];

    public static RequestField Object(string name, IReadOnlyList<RequestField> inside, ReturnCode fault, string about) =>
        new(name, FieldRules.Object, fault, about) { Inside = inside };
}
