namespace Checkout.Core.Upstream;

/// <summary>The form fields with which a browser comes back from a page of the upstream. Anybody can write them, so they decide nothing (PAY-16).</summary>
public sealed class BroughtBack(IReadOnlyDictionary<string, string> fields)
{
    /// <summary>The browser came with a plain link.</summary>
    public static BroughtBack Nothing { get; } = new(new Dictionary<string, string>());

    /// <summary>More than anybody has to say.</summary>
    public static BroughtBack TooMuch { get; } = new(new Dictionary<string, string>()) { IsTooMuch = true };

    public IReadOnlyDictionary<string, string> Fields => fields;

    public bool IsTooMuch { get; private init; }

    /// <summary>Such fields open nothing, but they are nobody's business either.</summary>
    public override string ToString() => $"{fields.Count} fields";
}
