using Checkout.Core.Desk;
using Checkout.Core.Payments;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>Which of its three faces the card form has: a whole card, a list of saved cards with a code, or the code of one given card.</summary>
public enum FormKind { WholeCard, SavedCards, GivenCard }

public static class FormKinds
{
    /// <summary>The face a payment's form has; <paramref name="otherCard"/>: the shopper asked to type a card although there are some to choose.</summary>
    public static FormKind Of(Turn turn, bool otherCard) => turn switch
    {
        // A given card that is lost leaves a whole card to ask for.
        { Cards.Count: 0 } => FormKind.WholeCard,
        _ when otherCard && turn.AllowsOtherCard => FormKind.WholeCard,
        { Payment.Need: CardNeed.SecurityCode } => FormKind.GivenCard,
        _ => FormKind.SavedCards,
    };
}
