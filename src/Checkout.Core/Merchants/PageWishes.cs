namespace Checkout.Core.Merchants;

/// <summary>Light or dark, whatever the shopper's browser prefers.</summary>
public enum PageShade { Light, Dark }

/// <summary>What the shopper does by paying, as the button says it.</summary>
public enum PayVerb { Pay, Subscribe, Donate }

/// <summary>The places of a page whose colour a merchant may choose.</summary>
public enum PageColour
{
    Primary, PrimaryVariant, OnPrimary, PrimaryText, PrimaryBackground,
    Secondary, SecondaryVariant, OnSecondary, SecondaryText, SecondaryBackground,
    Success, Danger, Info,
}

/// <summary>
/// How a merchant wants the shopper's pages, usually or for one payment. Typed words only: there is no place for a style sheet, a script or
/// an address to load something from (WEB-13). What is null or empty is as we have it.
/// </summary>
public sealed record PageWishes
{
    public static readonly PageWishes None = new();

    public PageShade? Shade { get; init; }

    /// <summary>As <c>#rrggbb</c>. Where a text could not be read on it, the page takes another colour for the text.</summary>
    public IReadOnlyDictionary<PageColour, string> Colours { get; init; } = new Dictionary<PageColour, string>();

    /// <summary>A font of the shopper's own device.</summary>
    public string? Font { get; init; }

    public PayVerb? Verb { get; init; }

    /// <summary>Who is paid, how much and what for is on the shop's own page around ours. The button still says how much.</summary>
    public bool? HidesHeader { get; init; }

    public bool? HidesFooter { get; init; }

    /// <summary>What shoppers know the merchant as.</summary>
    public string? MerchantName { get; init; }

    /// <summary>The page does not ask for the name on the card.</summary>
    public bool? HidesHolder { get; init; }

    /// <summary>How many digits a card number may have; empty: as many as its brand has.</summary>
    public IReadOnlyList<int> NumberLengths { get; init; } = [];

    /// <summary>The languages the page may be in, the first being the usual one; null: all it has.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>These wishes, and where they say nothing the usual ones.</summary>
    public PageWishes Over(PageWishes usual) => usual == None ? this : this == None ? usual : new PageWishes
    {
        Shade = Shade ?? usual.Shade,
        Colours = usual.Colours.Where(u => !Colours.ContainsKey(u.Key)).Concat(Colours).ToDictionary(),
        Font = Font ?? usual.Font,
        Verb = Verb ?? usual.Verb,
        HidesHeader = HidesHeader ?? usual.HidesHeader,
        HidesFooter = HidesFooter ?? usual.HidesFooter,
        MerchantName = MerchantName ?? usual.MerchantName,
        HidesHolder = HidesHolder ?? usual.HidesHolder,
        NumberLengths = NumberLengths.Count > 0 ? NumberLengths : usual.NumberLengths,
        Languages = Languages ?? usual.Languages,
    };
}
