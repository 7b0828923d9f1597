using System.Globalization;
using Checkout.Core.Cards;
using Checkout.Core.SavedCards;
using Checkout.Web.Pages.Pay.Form;

namespace Checkout.Web.Pages.Pay;

/// <summary>The card form as it is shown: which face, with what in it, and what is wrong with that.</summary>
public sealed record CardFormModel
{
    /// <summary>The part of the query that asks for the whole form although there are saved cards.</summary>
    public const string OtherCard = "card=new";

    public required FormKind Kind { get; init; }

    public required CardInput Input { get; init; }

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public MissingDetails Missing { get; init; }

    /// <summary>The test card to show filled in; only numbers the simulator lists, never one a shopper typed.</summary>
    public TestCard? Filled { get; init; }

    /// <summary>The saved or given card that pays unless the shopper picks another one; null when none can.</summary>
    public SavedCard? Selected { get; init; }

    /// <summary>The query of the address this face of the form is at.</summary>
    public string? Query => LeadsBack ? OtherCard : null;

    /// <summary>From a card that is given or saved to the whole form.</summary>
    public bool OffersOtherCard { get; init; }

    /// <summary>And from there back.</summary>
    public bool LeadsBack { get; init; }

    /// <summary>False when every saved card has expired, so that the only way on is another one.</summary>
    public bool CanPay { get; init; } = true;

    /// <summary>The brand whose security code is asked for, as far as it is known.</summary>
    public Brand Brand { get; init; }

    public Fault? FaultOf(string field)
    {
        foreach (var fault in Faults)
        {
            if (Form.Faults.FieldOf(fault) == field) return fault;
        }

        return null;
    }

    /// <summary>The id of what takes the focus to mend a fault: of a list of cards, the first that can be chosen.</summary>
    public string PlaceOf(Fault fault, Visit visit)
    {
        var field = Form.Faults.FieldOf(fault);
        if (field != Fields.SavedCard) return field;
        return visit.Turn.Cards.FirstOrDefault(card => !card.Face.Expiry.IsPastOn(visit.Today)) is { } first ? $"{field}-{first.Number}" : Fields.UseOtherCard;
    }

    /// <summary>The form for a visit; a number in <paramref name="fill"/> that is a test card comes filled in.</summary>
    public static CardFormModel Of(Visit visit, bool otherCard, string? fill, IReadOnlyList<TestCard> testCards)
    {
        var kind = FormKinds.Of(visit.Turn, otherCard || fill is { Length: > 0 });
        visit = visit with { AsksNewCard = kind == FormKind.WholeCard };
        var filled = kind == FormKind.WholeCard && !visit.IsTypedElsewhere ? testCards.FirstOrDefault(card => card.Number == fill) : null;
        var selected = kind switch
        {
            FormKind.WholeCard => null,
            FormKind.SavedCards => visit.Turn.Cards.FirstOrDefault(card => !card.Face.Expiry.IsPastOn(visit.Today)),
            FormKind.GivenCard => visit.Turn.Cards[0],
        };
        return new CardFormModel
        {
            Kind = kind,
            Input = filled is null ? CardInput.Empty : FilledIn(visit),
            Missing = visit.IsTypedElsewhere ? default : MissingDetails.Of(visit.Payment, kind),
            Filled = filled,
            Selected = selected,
            OffersOtherCard = kind != FormKind.WholeCard && visit.Turn.AllowsOtherCard,
            LeadsBack = kind == FormKind.WholeCard && visit.Turn.Cards.Count > 0,
            CanPay = kind != FormKind.SavedCards || selected is not null,
            Brand = selected?.Face.Brand ?? Brand.Unknown,
        };
    }

    /// <summary>The same form after a mistake, with what was typed and may be shown again.</summary>
    public CardFormModel After(CardInput input, IReadOnlyList<Fault> faults, Visit visit)
    {
        var chosen = Kind == FormKind.SavedCards ? visit.Turn.Cards.FirstOrDefault(card => card.Number == input.SavedCard) : Selected;
        return this with { Input = input, Faults = faults, Filled = null, Selected = chosen, Brand = chosen?.Face.Brand ?? Brand };
    }

    /// <summary>A date that is good by the server's clock, which a sandbox may have moved away from the browser's.</summary>
    public static string TestExpiry(Visit visit) => string.Create(CultureInfo.InvariantCulture, $"12/{(visit.Today.Year + 3) % 100:00}");

    private static CardInput FilledIn(Visit visit) => new()
    {
        Expiry = TestExpiry(visit),
        Holder = "Test Shopper",
    };
}
