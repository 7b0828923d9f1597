using Checkout.Core.Desk;

namespace Checkout.Web.Pages.Pay.Words;

/// <summary>Why the page asks for a whole card although the merchant gave one. Where the card is typed is left open: it may be at the provider.</summary>
/// <param name="Removed">It can no longer be used.</param>
/// <param name="Expired">Its date is over.</param>
public sealed record LostCardTexts(string Removed, string Expired)
{
    public string Of(LostCard lost) => lost switch
    {
        LostCard.Removed or LostCard.Unchargeable => Removed,
        LostCard.Expired => Expired,
    };
}
