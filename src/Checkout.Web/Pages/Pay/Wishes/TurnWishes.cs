using Checkout.Core.Desk;
using Checkout.Core.Merchants;

namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>What holds for one payment's page.</summary>
public static class TurnWishes
{
    /// <summary>The payment's own wishes, and where it has none the merchant's.</summary>
    public static PageWishes Of(Turn turn) => (turn.Payment.Details.Page ?? PageWishes.None).Over(turn.Merchant.Settings.Page ?? PageWishes.None);
}
