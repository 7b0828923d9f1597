using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;
using Checkout.Core.Storage;
using Checkout.Web.Pages.Pay.Form;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// The story of <c>POST /payment/sale</c> once the bearer is known: the invoice must still be open, then it is charged once. There is no
/// second try: whatever the bank says ends the invoice.
/// </summary>
public sealed class TakeSale(ChargeCard charge, ISavedCardStore cards, InvoiceViews views, CardgateTools tools)
{
    private const string NoCard = "The card of this invoice can no longer be charged";
    private static readonly Fault NotAccepted = Fault.Conflict("The invoice is held for review and takes no sale before it is accepted");

    /// <param name="invoice">The invoice in its present state.</param>
    /// <param name="merchant">Whose invoice it is.</param>
    /// <param name="asked">What was sent.</param>
    /// <param name="scenario">The scenario the request names, if any.</param>
    public async Task<Answer> RunAsync(InvoiceView invoice, Merchant merchant, AskedSale asked, string? scenario)
    {
        var payment = invoice.Payment;
        if (payment.Status != PaymentStatus.Open) return Refused.For(Over(invoice));
        if (payment.IsBlocked) return Refused.For(NotAccepted);
        if (asked.HasCard && !TakesCards(merchant, invoice)) return Refused.For(Fault.Forbidden("This account may not send card numbers"));

        var saved = payment.GivenCard is { } number ? await cards.FindAsync(payment.Merchant, number) : null;
        ReadDetails(asked, invoice, saved);
        if (asked.Faults.Count > 0) return Refused.For(asked.Faults);
        if (!asked.HasCard && saved is not { IsUsable: true }) return Refused.For(Fault.Conflict(NoCard));

        var told = payment with { Details = payment.Details with { ClientIp = payment.Details.ClientIp ?? asked.Browser.Address ?? invoice.Notes.Customer?.ReadAddress() } };
        var played = invoice with { Payment = told.Playing(merchant, scenario) };
        var result = await charge.RunAsync(ChargeOf(played, merchant, asked, saved));
        if (result is not { Refusal: Refusal.None, Payment: { } charged }) return Refused.For(FaultOf(result.Refusal, invoice));
        return new Answer(201, SaleWriter.Sale(await views.AfterAsync(invoice, charged)));
    }

    private static bool TakesCards(Merchant merchant, InvoiceView invoice) => merchant.Settings.Cardgate.Any(a => a.Id == invoice.Notes.Account && a.H2H);

    private void ReadDetails(AskedSale asked, InvoiceView invoice, SavedCard? saved)
    {
        if (asked.HasCard) asked.ReadCard(UnaskedHolder.Of(invoice.Payment, saved?.Face), invoice.Payment.IsTest ? null : tools.Today);
        else if (invoice.Payment.GivenCard is null) asked.RequireCard();
        else if (asked.HasCode) asked.ReadCode();
        else if (!invoice.Notes.IsInstant) asked.RequireCode();
    }

    private Charge ChargeOf(InvoiceView invoice, Merchant merchant, AskedSale asked, SavedCard? saved)
    {
        var payment = invoice.Payment;
        var keeps = asked.HasCard && payment.KeepCard;
        // A merchant who charges alone has no shopper for the bank to see.
        var isShopperThere = asked.HasCard || asked.HasCode;
        return new Charge
        {
            Merchant = merchant,
            // Nobody asks a shopper afterwards: a decline is the end.
            Payment = payment with { Need = CardNeed.Nothing, ThreeDSecure = payment.ThreeDSecure && isShopperThere },
            Typed = asked.Card,
            Saved = asked.HasCard ? null : saved,
            Code = asked.Code,
            Keep = keeps,
            Consent = keeps ? new Consent(ConsentGiver.Merchant, Agreement.Unscheduled, "api", payment.Details.Language, tools.Now, payment.Details.ClientIp) : null,
            By = Actor.Merchant,
            Browser = isShopperThere ? asked.Browser : BrowserFacts.None,
        };
    }

    private static Fault FaultOf(Refusal refusal, InvoiceView invoice) => refusal switch
    {
        Refusal.Busy => Fault.Conflict("A sale of this invoice is in progress"),
        Refusal.Blocked => NotAccepted,
        Refusal.TokenGone => Fault.Conflict(NoCard),
        Refusal.TokenSpent => new Fault(FaultKind.LimitViolation, "The token of this invoice has been used as often as it may"),
        Refusal.NoProvider or Refusal.CannotHold => Fault.NotSupported("/data/attributes", "No provider takes payments of this account"),
        Refusal.CardNotTaken => Fault.NotSupported("/data/attributes/card_number", "The provider of this account takes cards on its own page only"),
        Refusal.None or Refusal.DuplicateReference or Refusal.RequestSeen or Refusal.WrongState or Refusal.NotFound or Refusal.AmountTooHigh or Refusal.AmountInvalid =>
            throw new InvalidOperationException($"{refusal} is no reason to refuse the sale of {invoice}."),
    };

    private static Fault Over(InvoiceView invoice) => Fault.Conflict($"The invoice is {CardgateStatus.Of(invoice)} and takes no further sale");
}
