using Checkout.Core.Cards;
using Checkout.Core.Desk;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;
using Checkout.Core.Upstream;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Pages.Pay.Wishes;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>Turns what a shopper posted into an entry for the desk, and names everything that is wrong with it at once.</summary>
public sealed class CardFormReader(TimeProvider clock)
{
    /// <param name="browser">What is known of the shopper's browser. It is told to the provider that is sent the card; its address also, in the Cardgate dialect, to the merchant, and it is kept with the consent to a saved card.</param>
    public CardFormResult Read(PostedForm form, Turn turn, FormKind kind, PageTexts texts, BrowserFacts browser)
    {
        var reading = new CardReading(form, CardDay.At(clock.GetUtcNow()));
        var collector = turn.EntryOf(isNewCard: kind == FormKind.WholeCard);
        var entry = collector == CardEntry.Theirs ? Elsewhere(reading, form, kind, turn) : kind switch
        {
            // No place for a number was shown: the form was one for a saved card, which is gone meanwhile. The desk says so.
            FormKind.WholeCard when !form.Has(Fields.CardNumber) && form.Has(Fields.SecurityCode) => new EnteredCard { Version = turn.Payment.Version },
            FormKind.WholeCard => WholeCard(reading, form, turn),
            FormKind.SavedCards => SavedCard(reading, turn),
            FormKind.GivenCard => GivenCard(reading, turn),
        };

        if (entry is not null)
        {
            var agreed = WithConsent(entry, form, turn, texts, browser.Address) with
            {
                // The other dialect tells merchants the address that they sent, and no other.
                Address = turn.Payment.Dialect == Dialect.Cardgate ? browser.Address : null,
                // A provider that collects the card itself sees the browser itself.
                Browser = collector == CardEntry.Ours ? browser : BrowserFacts.None,
            };
            return new CardFormResult(agreed, []);
        }

        reading.Dispose();
        return new CardFormResult(null, reading.Faults);
    }

    /// <summary>Card and code are typed at the provider: here only which card it shall be, and whether a new one is kept.</summary>
    private static EnteredCard? Elsewhere(CardReading reading, PostedForm form, FormKind kind, Turn turn)
    {
        var card = kind switch
        {
            FormKind.SavedCards => reading.Chosen(turn.Cards),
            FormKind.GivenCard => turn.Cards[0],
            FormKind.WholeCard => null,
        };
        if (reading.Faults.Count > 0) return null;
        return new EnteredCard { SavedCard = card?.Number, Keep = kind == FormKind.WholeCard && Agrees(form, turn), Version = turn.Payment.Version };
    }

    private static bool Agrees(PostedForm form, Turn turn) =>
        turn.Payment.KeepCard && (turn.Merchant.Settings.AttestsConsent || form.Has(Fields.SaveCard));

    private static EnteredCard? WholeCard(CardReading reading, PostedForm form, Turn turn)
    {
        var missing = MissingDetails.Of(turn.Payment, FormKind.WholeCard);
        var wishes = TurnWishes.Of(turn);
        var number = reading.Number(wishes.NumberLengths);
        if (TestNumbers.AreRefusedBy(turn.Payment, number)) reading.RefuseForTests();
        var expiry = reading.Expiry(takesPast: TestNumbers.AreMetBy(turn.Payment, number));
        var holder = wishes.HidesHolder == true ? UnaskedHolder.Of(turn.Payment) : reading.Holder();
        var code = reading.Code(number?.Brand ?? Brand.Unknown);
        var email = missing.Email ? reading.Email() : null;
        var document = missing.Document ? reading.Document() : null;
        var country = missing.Country ? reading.Country() : null;
        if (reading.Faults.Count > 0) return null;

        return new EnteredCard
        {
            Typed = new TypedCard(number!, expiry!, holder!) { IsHolderGuessed = wishes.HidesHolder == true },
            Code = code,
            Version = turn.Payment.Version,
            Keep = Agrees(form, turn),
            Added = email is null && document is null ? null : new ShopperDetails(Email: email, SocialSecurityNumber: document),
            AddedBilling = country is null ? null : new PostalAddress(Country: country),
        };
    }

    private static EnteredCard? SavedCard(CardReading reading, Turn turn)
    {
        var card = reading.Chosen(turn.Cards);
        var code = reading.Code(card?.Face.Brand ?? Brand.Unknown);
        return reading.Faults.Count > 0 ? null : new EnteredCard { SavedCard = card!.Number, Code = code, Version = turn.Payment.Version };
    }

    private static EnteredCard? GivenCard(CardReading reading, Turn turn)
    {
        var card = turn.Cards[0];
        var code = reading.Code(card.Face.Brand);
        return reading.Faults.Count > 0 ? null : new EnteredCard { SavedCard = card.Number, Code = code, Version = turn.Payment.Version };
    }

    private EnteredCard WithConsent(EnteredCard entry, PostedForm form, Turn turn, PageTexts texts, string? address)
    {
        if (!entry.Keep) return entry;
        var ticked = form.Has(Fields.SaveCard) && !turn.Merchant.Settings.AttestsConsent;
        return entry with
        {
            Consent = new Consent(
                ticked ? ConsentGiver.Shopper : ConsentGiver.Merchant,
                ticked ? Agreement.OneClick : Agreement.Unscheduled,
                PageTexts.ConsentVersion, texts.Language, clock.GetUtcNow(), address),
        };
    }
}
