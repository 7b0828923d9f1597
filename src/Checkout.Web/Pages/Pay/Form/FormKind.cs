using Checkout.Core.Desk;
using Checkout.Core.Payments;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>Which of its three faces the card form has: a whole card, a list of saved cards with a code, or the code of one given card.</summary>
public enum FormKind { WholeCard, SavedCards, FixedCard }

public static class FormKinds
{
    /// <summary>The face a payment's form has; <paramref name="otherCard"/>: the shopper asked to type a card although some are saved.</summary>
    public static FormKind Of(Turn turn, bool otherCard) => turn switch
    {
        // A given card that is gone meanwhile leaves a whole card to ask for.
        { Payment.Need: CardNeed.SecurityCode, Cards.Count: > 0 } => FormKind.FixedCard,
        { Payment.Need: not CardNeed.SecurityCode, Cards.Count: > 0 } when !otherCard => FormKind.SavedCards,
        _ => FormKind.WholeCard,
    };
}
