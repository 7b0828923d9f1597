namespace Checkout.Web.Pages.Pay.Words;

/// <summary>What a shopper reads where the provider's own page asks for the card and its code.</summary>
public sealed record ElsewhereTexts
{
    /// <summary>{0}: the amount.</summary>
    public required string Pay { get; init; }

    public required string Heading { get; init; }

    /// <summary>{0}: the merchant.</summary>
    public required string TypeThere { get; init; }

    /// <summary>{0}: the merchant.</summary>
    public required string CodeThere { get; init; }

    public required string Secure { get; init; }

    public required Saying There { get; init; }

    public required Saying GoingThere { get; init; }

    public required string Continue { get; init; }

    /// <summary>After a wish to stop, while the payment is still open there.</summary>
    public required string StillOpen { get; init; }

    /// <summary>After the shopper gave up there.</summary>
    public required string GaveUp { get; init; }
}
