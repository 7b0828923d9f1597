namespace Checkout.Web.Pages.Pay.Words;

/// <summary>How a payment ended, in words. {0}: the merchant.</summary>
public sealed record ResultTexts
{
    public required Saying Paid { get; init; }

    public required Saying Authorised { get; init; }

    public required Saying InReview { get; init; }

    public required Saying BeingChecked { get; init; }

    public required Saying Cancelled { get; init; }

    public required Saying Failed { get; init; }

    public required Saying Expired { get; init; }

    public required Saying Refunded { get; init; }

    public required Saying PartlyRefunded { get; init; }

    /// <summary>The bank decided for the shopper; the merchant returned nothing.</summary>
    public required Saying TakenBack { get; init; }

    public required Saying CardGood { get; init; }

    /// <summary>The card was good, and nobody keeps it.</summary>
    public required Saying CardChecked { get; init; }

    public required Saying CardRefused { get; init; }
}
