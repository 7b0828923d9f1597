namespace Checkout.Web.Pages.Pay.Form;

/// <summary>What is wrong with a field.</summary>
public enum Fault
{
    NumberMissing,
    NumberUnreadable,
    NumberLength,
    NumberMistyped,
    NumberIsForTests,
    ExpiryMissing,
    ExpiryUnreadable,
    ExpiryPast,
    HolderMissing,
    HolderIsNoName,
    CodeMissing,
    CodeUnreadable,
    CodeWantsThree,
    CodeWantsFour,
    CardNotChosen,
    CardIsExpired,
    EmailMissing,
    EmailUnreadable,
    EmailIsCard,
    DocumentMissing,
    DocumentIsCard,
    CountryMissing,
}

public static class Faults
{
    /// <summary>The field a fault belongs to.</summary>
    public static string FieldOf(Fault fault) => fault switch
    {
        Fault.NumberMissing or Fault.NumberUnreadable or Fault.NumberLength or Fault.NumberMistyped or Fault.NumberIsForTests => Fields.CardNumber,
        Fault.ExpiryMissing or Fault.ExpiryUnreadable or Fault.ExpiryPast => Fields.Expiry,
        Fault.HolderMissing or Fault.HolderIsNoName => Fields.Holder,
        Fault.CodeMissing or Fault.CodeUnreadable or Fault.CodeWantsThree or Fault.CodeWantsFour => Fields.SecurityCode,
        Fault.CardNotChosen or Fault.CardIsExpired => Fields.SavedCard,
        Fault.EmailMissing or Fault.EmailUnreadable or Fault.EmailIsCard => Fields.Email,
        Fault.DocumentMissing or Fault.DocumentIsCard => Fields.Document,
        Fault.CountryMissing => Fields.Country,
    };
}
