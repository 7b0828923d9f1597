using Checkout.Core.Desk;
using Checkout.Web.Pages.Pay.Form;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// The card page. What it shows follows from the payment's state, so reload, back and a second tab are safe; whatever is posted ends in a
/// redirect to the page of the state that came of it, except a form that has to be put right first.
/// </summary>
/// <remarks>
/// The handlers take no arguments and no property is bound: either would make the framework read the form, card number and all, into strings.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(CheckoutDesk desk, Visits visits, FormGuard guard, CardFormReader reader, ITestCards testCards) : PageModel, IFramed
{
    private const string NotGivenUp = "stop=open";

    public Frame Frame { get; private set; } = null!;

    public Visit Visit { get; private set; } = null!;

    /// <summary>The form, while there is something to type.</summary>
    public CardFormModel? Form { get; private set; }

    /// <summary>The saved card the shopper is asked about before it is removed.</summary>
    public Core.SavedCards.SavedCard? Removing { get; private set; }

    public IReadOnlyList<TestCard> TestCards => testCards.All;

    /// <summary>The shopper wanted to stop at the bank, and the bank has not confirmed it.</summary>
    public bool IsNotGivenUp { get; private set; }

    public string NonceFor(FormStep step) => guard.Nonce(Visit.Payment, step);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await visits.FindAsync(HttpContext) is not { } visit) return PageNotice.UnknownLink(HttpContext);
        if (visit.IsUntaken) return PageNotice.Untaken(visit, guard.Nonce(visit.Payment, FormStep.Leave));
        if (visit.View == PayView.Waiting) return new SeeOther(visit.Path.Wait);
        if (visit.SkipsResult) return new SeeOther(visit.Path.Back);
        // A payment made with a card by API has nothing to show here: its RedirectURL means the bank.
        if (visit.View == PayView.AtBank && PageAddress.FormOf(Request) == LinkForm.PaymentToken) return new SeeOther(visit.Path.Bank);
        return Show(visit);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // Merchants send shoppers here by a form of theirs too; our own forms post to the link.
        if (PageAddress.FormOf(Request) == LinkForm.PublicId) return new SeeOther(Request.PathBase + Request.Path + Request.QueryString);

        using var form = await PostedForm.ReadAsync(Request);
        if (form is null) return PageNotice.TooLarge(HttpContext);
        if (await visits.FindAsync(HttpContext) is not { } visit) return PageNotice.UnknownLink(HttpContext);

        var action = PostedAction.Of(form);
        if (!guard.Accepts(Request, form, visit.Payment, action.Step) || !action.Fits(visit)) return new SeeOther(visit.Next);
        return action.Name switch
        {
            ActionName.Cancel => After(await desk.CancelAsync(visit.Turn), atBank: NotGivenUp),
            ActionName.UseOtherCard => After(await desk.UseAnotherCardAsync(visit.Turn), atBank: NotGivenUp, named: CardFormModel.OtherCard),
            ActionName.RemoveCard => After(await desk.RemoveCardAsync(visit.Turn, action.Card)),
            ActionName.Pay => await PayAsync(visit, form),
        };
    }

    private async Task<IActionResult> PayAsync(Visit visit, PostedForm form)
    {
        if (visit.IsUntaken) return PageNotice.Untaken(visit, guard.Nonce(visit.Payment, FormStep.Leave));
        // What was sent decides: a card may have been saved in another tab since this form was shown.
        var isOther = form.Has(Fields.CardNumber) || form.Has(Fields.OtherCard);
        var asked = FormOf(visit, isOther);
        // Where the given card alone may pay, nothing is done with another one.
        if (isOther && asked.Kind == FormKind.GivenCard) return new SeeOther(visit.Next);
        using var read = reader.Read(form, visit.Turn, asked.Kind, visit.Texts, BrowserReading.Of(Request, form));
        if (read.Entry is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Show(visit, asked.After(CardInput.Of(form), read.Faults, visit));
        }

        var turn = await desk.PayAsync(visit.Turn, read.Entry);
        if (visits.Of(HttpContext, turn) is not { } after) return PageNotice.UnknownLink(HttpContext);
        return new SeeOther(after.View switch
        {
            PayView.AtBank => after.Path.Bank,
            PayView.CardForm => after.Path.Page(asked.Query),
            PayView.Waiting or PayView.Ended => after.Next,
        });
    }

    /// <param name="turn">What came of the button.</param>
    /// <param name="atBank">What the page is asked for where the bank waits still.</param>
    /// <param name="named">And where the form is that of a named card, in whose place another one may pay.</param>
    private IActionResult After(Turn turn, string? atBank = null, string? named = null) => visits.Of(HttpContext, turn) is { } visit
        ? new SeeOther(visit switch
        {
            { View: PayView.AtBank } => visit.Path.Page(atBank),
            { View: PayView.CardForm, OffersCards: false, Turn.AllowsOtherCard: true } when named is not null => visit.Path.Page(named),
            _ => visit.Next,
        })
        : PageNotice.UnknownLink(HttpContext);

    private CardFormModel FormOf(Visit visit, bool otherCard) => CardFormModel.Of(visit, otherCard, Request.Query["fill"], testCards.All);

    private PageResult Show(Visit visit, CardFormModel? form = null)
    {
        Visit = visit;
        IsNotGivenUp = visit.View == PayView.AtBank && Request.Query["stop"] == "open";
        if (visit.View == PayView.CardForm)
        {
            Form = form ?? FormOf(visit, otherCard: Request.Query["card"] == "new");
            Visit = visit = visit with { AsksNewCard = Form.Kind == FormKind.WholeCard };
            Removing = long.TryParse(Request.Query["remove"], out var number) ? visit.RemovableCard(number) : null;
        }

        Frame = new Frame
        {
            Texts = visit.Texts,
            Title = Title(visit),
            Visit = visit,
            Query = Form?.Query,
            Script = Form is not null && Removing is null,
            Languages = true,
        };
        return Page();
    }

    private string Title(Visit visit) => visit.View switch
    {
        PayView.CardForm when Removing is not null => visit.Texts.RemoveTitle,
        PayView.CardForm when Form!.Faults.Count > 0 => Words.Fill.In(visit.Texts.ErrorTitle, PayTitle(visit)),
        PayView.CardForm => PayTitle(visit),
        PayView.AtBank => (visit.IsTypedElsewhere ? visit.Texts.Elsewhere.There : visit.Texts.AtBank).Title,
        PayView.Waiting => visit.Texts.Waiting.Title,
        PayView.Ended => Results.Of(visit.Seen, visit.Texts.Results).Saying.Title,
    };

    private static string PayTitle(Visit visit) => $"{visit.PayWords} – {visit.MerchantName}";
}
