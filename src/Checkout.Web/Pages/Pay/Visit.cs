using Checkout.Core.Desk;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;
using Checkout.Web.Pages.Pay.Wishes;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Web.Pages.Pay;

/// <summary>A shopper at the page of a payment: where it stands, in which language, and the addresses of its pages.</summary>
/// <param name="Seen">The payment's status as the shopper has to see it.</param>
/// <param name="Today">The date by which cards expire.</param>
public sealed record Visit(Turn Turn, PaymentStatus Seen, DateOnly Today, PageTexts Texts, PayPath Path)
{
    public Payment Payment => Turn.Payment;

    /// <summary>The languages the page may be in.</summary>
    public IReadOnlyList<PageTexts> Languages { get; init; } = Words.Languages.All;

    /// <summary>Origins of the merchant that may hold the page in a frame; empty when it stands in a window of its own.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    public bool IsFramed => Parents.Count > 0;

    /// <summary>Where links open that lead out of here: in the whole window, never inside the merchant's frame.</summary>
    public string? Outside => IsFramed ? "_top" : null;

    /// <summary>How the merchant wants this page.</summary>
    public PageWishes Wishes { get; } = TurnWishes.Of(Turn);

    /// <summary>What that does to the look; null: nothing.</summary>
    public PageStyle? Style => field ??= PageStyle.Of(Wishes);

    /// <summary>What the shopper knows the merchant as.</summary>
    public string MerchantName => Wishes.MerchantName ?? Turn.Merchant.Name;

    public PayView View => PageGate.ViewOf(Payment, Seen);

    /// <summary>There is a form to fill in, and its merchant was switched off: nothing would come of it.</summary>
    public bool IsUntaken => View == PayView.CardForm && !Turn.Merchant.Settings.Active;

    /// <summary>Nobody may pay before the merchant has looked at it.</summary>
    public bool IsBlocked => PageGate.IsBlocked(Payment, Seen);

    /// <summary>The form that is shown asks for a card that is not among those of the turn.</summary>
    public bool AsksNewCard { get; init; }

    /// <summary>The provider's own page asks for card and code; ours never does.</summary>
    public bool IsTypedElsewhere => Turn.EntryOf(AsksNewCard) == CardEntry.Theirs;

    /// <summary>The card is only checked and kept: there is nothing to pay.</summary>
    public bool IsCheck => Payment.Purpose == PaymentPurpose.CardCheck;

    /// <summary>Whether the page may ask for another card: not when the merchant sent the whole card by API.</summary>
    public bool TakesOtherCard => Payment.Need != CardNeed.Nothing;

    /// <summary>Whether the shopper chooses among saved cards, and may remove some.</summary>
    public bool OffersCards => Payment.Need == CardNeed.FullCard;

    public SavedCard? RemovableCard(long number) => OffersCards ? Turn.Cards.FirstOrDefault(card => card.Number == number) : null;

    public ReturnTarget? Back => MerchantReturn.Of(Payment, Turn.Merchant, Seen);

    /// <summary>
    /// The shopper goes back at once and is not told the result here. A frame is not left by itself, so there the page says how it ended.
    /// </summary>
    public bool SkipsResult => !IsFramed && IsLeftAtEnd(WishesNoResult);

    /// <summary>At the end the merchant wants the shopper back without a press of a button.</summary>
    public bool LeavesByItself => IsLeftAtEnd(WishesNoResult || Turn.Merchant.Settings.AutoReturn);

    /// <summary>What the button of the card form does, in words.</summary>
    public string PayWords => IsCheck ? Texts.ConfirmCard : Fill.In(IsTypedElsewhere ? Texts.Elsewhere.Pay : Doing, Amount);

    public string Amount => MoneyText.Of(Payment.Amount, Texts);

    private bool WishesNoResult => Payment.Details.SkipsResult ?? Turn.Merchant.Settings.SkipsResult;

    private bool IsLeftAtEnd(bool wish) => wish && PaymentMoves.IsOverForShopper(Seen) && Back is not null;

    private string Doing => Wishes.Verb switch
    {
        PayVerb.Subscribe => Texts.Subscribe,
        PayVerb.Donate => Texts.Donate,
        PayVerb.Pay or null => Texts.Pay,
    };

    /// <summary>The page that belongs to the present state, after the shopper did something.</summary>
    public string Next => View switch
    {
        PayView.CardForm or PayView.AtBank => Path.Page(),
        PayView.Waiting => Path.Wait,
        PayView.Ended => Path.Back,
    };
}
