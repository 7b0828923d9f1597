using Checkout.Core.Merchants;
using Checkout.Core.Shoppers;

namespace Checkout.Core.Payments;

/// <summary>What the merchant sent along and wants to read back, and what else is told of the payment; nothing here decides where money goes.</summary>
public sealed record PaymentDetails
{
    public string? Description { get; init; }

    public string? StatementDescriptor { get; init; }

    /// <summary>A language tag for the page, for example <c>ro-RO</c>.</summary>
    public string? Language { get; init; }

    public string? OriginatorReference { get; init; }

    public string? ClientIp { get; init; }

    public long? SkinId { get; init; }

    public bool Retry { get; init; }

    public int? Installments { get; init; }

    /// <summary>The life of the link in minutes as the merchant asked for it.</summary>
    public long? LinkLifetimeMinutes { get; init; }

    public ShopperDetails? Shopper { get; init; }

    public PostalAddress? Billing { get; init; }

    public PostalAddress? Shipping { get; init; }

    /// <summary>Where notices about this payment go instead of the merchant's usual address.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>Ways back by outcome; each wins over the payment's own return address.</summary>
    public ReturnUrls? ReturnUrls { get; init; }

    /// <summary>The page lists no remembered cards. A card that the merchant named itself is shown all the same.</summary>
    public bool HidesSavedCards { get; init; }

    /// <summary>How often the shopper may try on the page; null: as often as the operator's limit lets.</summary>
    public int? MostTries { get; init; }

    /// <summary>How the merchant wants the pages of this payment; null: as all of its pages.</summary>
    public PageWishes? Page { get; init; }

    /// <summary>At the end the shopper goes back at once, without our result page; null: as all payments of the merchant.</summary>
    public bool? SkipsResult { get; init; }

    /// <summary>What only the dialect of creation understands, in its own words; nobody else reads it.</summary>
    public string? DialectNotes { get; init; }

    /// <summary>The shopper was to choose how to pay: that this was done, with the first card that is tried, is a change the merchant sees. False where an older version made the payment.</summary>
    public bool AwaitsChoice { get; init; }

    /// <summary>What the sandbox's simulator is to do with this payment, in its own words; nobody else reads it.</summary>
    public string? Scenario { get; init; }

    /// <summary>Paid with a token that a merchant used by itself, without a security code.</summary>
    public bool ByMerchantAlone { get; init; }

    /// <summary>The saved card whose token, or whose number, the merchant sent, so that the page asks only for its code.</summary>
    public long? GivenCard { get; init; }

    /// <summary>Paid with a saved card.</summary>
    public bool BySavedCard { get; init; }

    /// <summary>When it came to nothing: failed, or its time was over. What is done to it afterwards does not move that. Null: it did not, or by an older version that did not write it down.</summary>
    public DateTimeOffset? Failed { get; init; }

    /// <summary>The code with which the card's bank approved; null: no upstream told one.</summary>
    public string? ApprovalCode { get; init; }

    /// <summary>What the merchant pays for the payment, in minor units, as its settings were when the payment was made; null: nothing.</summary>
    public long? FeeMinor { get; init; }
}

/// <summary>Where the shopper goes back to after a success, while nothing is decided, and after a failure.</summary>
public sealed record ReturnUrls(string? Success, string? Pending, string? Fail);
