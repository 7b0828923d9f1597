namespace Checkout.Web.Pages.Pay.Words;

/// <summary>A heading and the sentence under it.</summary>
public sealed record Saying(string Title, string Text);

/// <summary>
/// Every word a shopper reads, in one language. All parts are required, so a language that lacks one does not compile. <c>{0}</c> and
/// <c>{1}</c> are filled in by the page; each language uses the same ones (a test compares them).
/// </summary>
public sealed record PageTexts
{
    /// <summary>The language tag, for example <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The language's own name, for the list at the foot of the page.</summary>
    public required string OwnName { get; init; }

    public bool RightToLeft { get; init; }

    public string Direction => RightToLeft ? "rtl" : "ltr";

    /// <summary>{0}: the amount.</summary>
    public required string Pay { get; init; }

    /// <summary>Instead of <see cref="Pay"/>, where the merchant says what paying is. {0}: the amount.</summary>
    public required string Subscribe { get; init; }

    /// <summary>{0}: the amount.</summary>
    public required string Donate { get; init; }

    /// <summary>On the button, where a card is only checked and kept.</summary>
    public required string ConfirmCard { get; init; }

    /// <summary>Instead of an amount, where a card is only checked.</summary>
    public required string NothingDue { get; init; }

    public required string Paying { get; init; }

    public required string PayLabel { get; init; }

    public required string CardNumber { get; init; }

    public required string Expiry { get; init; }

    /// <summary>{0}: an example.</summary>
    public required string ExpiryHint { get; init; }

    public required string Holder { get; init; }

    public required string SecurityCode { get; init; }

    public required string CodeHint { get; init; }

    public required string CodeHintThree { get; init; }

    public required string CodeHintFour { get; init; }

    public required string SaveCard { get; init; }

    /// <summary>{0}: the merchant. A new wording is a new <see cref="ConsentVersion"/>.</summary>
    public required string SaveConsent { get; init; }

    /// <summary>{0}: the merchant.</summary>
    public required string SaveAttested { get; init; }

    public required string Email { get; init; }

    public required string Document { get; init; }

    public required string DocumentHint { get; init; }

    public required string Country { get; init; }

    public required string CountryChoose { get; init; }

    public required string CardHeading { get; init; }

    public required string SavedHeading { get; init; }

    public required string GivenHeading { get; init; }

    /// <summary>{0}: the brand, {1}: the last four digits.</summary>
    public required string CardEnds { get; init; }

    /// <summary>{0}: the month, for example 05/31.</summary>
    public required string Expires { get; init; }

    /// <summary>{0}: the month.</summary>
    public required string Expired { get; init; }

    public required LostCardTexts LostCards { get; init; }

    public required string UseOtherCard { get; init; }

    /// <summary>At the bank, where the merchant gave the card and no other one may pay.</summary>
    public required string StartOver { get; init; }

    public required string UseSavedCard { get; init; }

    public required string Remove { get; init; }

    /// <summary>{0}: the brand, {1}: the last four digits.</summary>
    public required string RemoveThis { get; init; }

    public required string RemoveTitle { get; init; }

    /// <summary>{0}: the merchant.</summary>
    public required string RemoveText { get; init; }

    public required string RemoveYes { get; init; }

    public required string RemoveNo { get; init; }

    /// <summary>{0}: the merchant.</summary>
    public required string Cancel { get; init; }

    /// <summary>{0}: the merchant.</summary>
    public required string BackTo { get; init; }

    public required string Secure { get; init; }

    public required string LanguageLabel { get; init; }

    public required Saying AtBank { get; init; }

    /// <summary>At the bank, after a wish to stop that the bank did not confirm.</summary>
    public required string NotGivenUp { get; init; }

    public required string Continue { get; init; }

    public required Saying ToBank { get; init; }

    public required ElsewhereTexts Elsewhere { get; init; }

    public required Saying Waiting { get; init; }

    /// <summary>The merchant looks at the order before it lets anybody pay. {0}: the merchant.</summary>
    public required Saying Blocked { get; init; }

    /// <summary>{0}: the merchant.</summary>
    public required Saying Unknown { get; init; }

    public required string CheckNow { get; init; }

    /// <summary>{0}: the merchant.</summary>
    public required string GoingBack { get; init; }

    public required ResultTexts Results { get; init; }

    public required ReasonTexts Reasons { get; init; }

    public required FaultTexts Faults { get; init; }

    /// <summary>{0}: the title.</summary>
    public required string ErrorTitle { get; init; }

    public required string ErrorSummary { get; init; }

    /// <summary>Said beside the mistakes: what was right in these two fields is gone as well.</summary>
    public required string TypeAgain { get; init; }

    public required Saying UnknownLink { get; init; }

    public required Saying TooLarge { get; init; }

    /// <summary>The store takes no change now, so nothing was sent to a bank.</summary>
    public required Saying Unavailable { get; init; }

    /// <summary>Something of ours broke while a page was asked for. It may have broken after a charge, so it promises nothing about that.</summary>
    public required Saying Broken { get; init; }

    /// <summary>A signed link whose time was over before it was opened.</summary>
    public required Saying LinkLapsed { get; init; }

    /// <summary>A signed link the shop made wrongly. {0}: the parameter.</summary>
    public required Saying LinkFaulty { get; init; }

    /// <summary>A signed link that asks for another amount than the payment of its reference.</summary>
    public required Saying LinkOther { get; init; }

    /// <summary>A signed link of a shop that has no provider to charge cards with.</summary>
    public required Saying LinkUntaken { get; init; }

    /// <summary>A link whose order is paid, ended, or not one that links open.</summary>
    public required Saying LinkUsed { get; init; }

    public required string TestMode { get; init; }

    public required string TestText { get; init; }

    public required string TestCards { get; init; }

    public required string TestFill { get; init; }

    /// <summary>Names the wording of <see cref="SaveConsent"/> and <see cref="SaveAttested"/> a shopper agreed to (STO-1).</summary>
    public const string ConsentVersion = "2026-01";
}
