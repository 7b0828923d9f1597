using Checkout.Web.Pages.Pay.Form;

namespace Checkout.Web.Pages.Pay;

public enum ActionName { Pay, Cancel, UseOtherCard, RemoveCard }

/// <summary>Which button was pressed. Enter in a field presses the first one, which is pay.</summary>
/// <param name="Card">The saved card it is about.</param>
public sealed record PostedAction(ActionName Name, FormStep Step, long Card = 0)
{
    public static PostedAction Of(PostedForm form)
    {
        if (form.Has(Fields.Cancel)) return new PostedAction(ActionName.Cancel, FormStep.Leave);
        if (form.Has(Fields.UseOtherCard)) return new PostedAction(ActionName.UseOtherCard, FormStep.Leave);
        if (form.Has(Fields.RemoveCard))
            return new PostedAction(ActionName.RemoveCard, FormStep.Remove, long.TryParse(form.Text(Fields.RemoveCard), out var card) ? card : 0);
        return new PostedAction(ActionName.Pay, FormStep.Card);
    }

    /// <summary>Whether the page of this payment has that button at present.</summary>
    public bool Fits(Visit visit) => Name switch
    {
        ActionName.Pay => visit.View == PayView.CardForm,
        ActionName.Cancel => visit.View is PayView.CardForm or PayView.AtBank || visit.IsBlocked,
        ActionName.UseOtherCard => visit.View == PayView.AtBank && visit.TakesOtherCard,
        ActionName.RemoveCard => visit.View == PayView.CardForm && visit.RemovableCard(Card) is not null,
    };
}
