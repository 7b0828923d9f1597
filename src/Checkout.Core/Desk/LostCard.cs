namespace Checkout.Core.Desk;

/// <summary>Why the card that a merchant gave can no longer pay on the page, which then asks for a whole one.</summary>
public enum LostCard
{
    /// <summary>The merchant or its owner has taken it away.</summary>
    Removed,

    /// <summary>Its date is over. A merchant alone may still charge it, but a shopper is asked for the new one (STO-4).</summary>
    Expired,

    /// <summary>No provider can charge it any more, or its token has paid as often as it may.</summary>
    Unchargeable,
}
