namespace Checkout.BrowserTests.Looks;

/// <summary>Everything a shopper can get to see.</summary>
public enum PageState
{
    Form,
    FormThatAsksForMore,
    FormWithAttestedConsent,
    FormWithLongWords,
    FaultyForm,
    Declined,
    SavedCards,
    FaultySavedCards,
    RemoveCard,
    GivenCard,
    LostCard,
    ToBank,
    AtBank,
    Bank,
    BankIsOver,
    Waiting,
    Blocked,
    Paid,
    ToApp,
    InReview,
    Failed,
    Cancelled,
    Expired,
    Refunded,
    UnknownLink,
    LapsedLink,
    Demo,
    DemoThanks,
}
