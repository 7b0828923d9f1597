namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>The colours of a page, each under the name the style sheet has for it. Our own two are those of <c>pay.css</c>; a test compares them.</summary>
public sealed record Palette
{
    public static readonly Palette Light = new()
    {
        Paper = Colour.Of(0xffffff), Side = Colour.Of(0xf5f6fa), Ink = Colour.Of(0x17203a), Soft = Colour.Of(0x565f78), Line = Colour.Of(0xc9cedb), Edge = Colour.Of(0x868fa6),
        Accent = Colour.Of(0x2f46c8), AccentInk = Colour.Of(0xffffff), AccentDown = Colour.Of(0x24379f), Tint = Colour.Of(0xeef1ff),
        Good = Colour.Of(0x0f7a4f), Bad = Colour.Of(0xb3261e), BadTint = Colour.Of(0xfdf1f0), Test = Colour.Of(0xffefc9), TestInk = Colour.Of(0x5b4200),
    };

    public static readonly Palette Dark = new()
    {
        Paper = Colour.Of(0x12151f), Side = Colour.Of(0x191d2a), Ink = Colour.Of(0xeef0f7), Soft = Colour.Of(0xa9b1c6), Line = Colour.Of(0x343a4d), Edge = Colour.Of(0x737d98),
        Accent = Colour.Of(0x93a5ff), AccentInk = Colour.Of(0x0d1433), AccentDown = Colour.Of(0xb4c0ff), Tint = Colour.Of(0x1d2440),
        Good = Colour.Of(0x5fd3a0), Bad = Colour.Of(0xff9d94), BadTint = Colour.Of(0x2e1a1b), Test = Colour.Of(0x3b2f0e), TestInk = Colour.Of(0xffdf94),
    };

    public required Colour Paper { get; init; }

    /// <summary>Behind who is paid and how much.</summary>
    public required Colour Side { get; init; }

    public required Colour Ink { get; init; }

    public required Colour Soft { get; init; }

    public required Colour Line { get; init; }

    /// <summary>Around what can be typed in.</summary>
    public required Colour Edge { get; init; }

    /// <summary>The button that pays.</summary>
    public required Colour Accent { get; init; }

    public required Colour AccentInk { get; init; }

    public required Colour AccentDown { get; init; }

    /// <summary>Behind what is chosen.</summary>
    public required Colour Tint { get; init; }

    public required Colour Good { get; init; }

    public required Colour Bad { get; init; }

    public required Colour BadTint { get; init; }

    /// <summary>The bar that says "test". No merchant changes it.</summary>
    public required Colour Test { get; init; }

    public required Colour TestInk { get; init; }

    /// <summary>Every colour by the name of its variable in the style sheet.</summary>
    public IEnumerable<(string Name, Colour Colour)> All =>
    [
        ("paper", Paper), ("side", Side), ("ink", Ink), ("soft", Soft), ("line", Line), ("edge", Edge), ("accent", Accent), ("accent-ink", AccentInk),
        ("accent-down", AccentDown), ("tint", Tint), ("good", Good), ("bad", Bad), ("bad-tint", BadTint), ("test", Test), ("test-ink", TestInk),
    ];
}
