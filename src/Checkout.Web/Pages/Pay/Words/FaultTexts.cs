using Checkout.Web.Pages.Pay.Form;

namespace Checkout.Web.Pages.Pay.Words;

/// <summary>What to do about a field that cannot be taken as it is.</summary>
public sealed record FaultTexts
{
    public required string NumberMissing { get; init; }

    public required string NumberUnreadable { get; init; }

    public required string NumberLength { get; init; }

    public required string NumberMistyped { get; init; }

    public required string NumberIsForTests { get; init; }

    public required string ExpiryMissing { get; init; }

    public required string ExpiryUnreadable { get; init; }

    public required string ExpiryPast { get; init; }

    public required string HolderMissing { get; init; }

    public required string HolderIsNoName { get; init; }

    public required string CodeMissing { get; init; }

    public required string CodeUnreadable { get; init; }

    public required string CodeWantsThree { get; init; }

    public required string CodeWantsFour { get; init; }

    public required string CardNotChosen { get; init; }

    public required string CardIsExpired { get; init; }

    public required string EmailMissing { get; init; }

    public required string EmailUnreadable { get; init; }

    public required string EmailIsCard { get; init; }

    public required string DocumentMissing { get; init; }

    public required string DocumentIsCard { get; init; }

    public required string CountryMissing { get; init; }

    public string Of(Fault fault) => fault switch
    {
        Fault.NumberMissing => NumberMissing,
        Fault.NumberUnreadable => NumberUnreadable,
        Fault.NumberLength => NumberLength,
        Fault.NumberMistyped => NumberMistyped,
        Fault.NumberIsForTests => NumberIsForTests,
        Fault.ExpiryMissing => ExpiryMissing,
        Fault.ExpiryUnreadable => ExpiryUnreadable,
        Fault.ExpiryPast => ExpiryPast,
        Fault.HolderMissing => HolderMissing,
        Fault.HolderIsNoName => HolderIsNoName,
        Fault.CodeMissing => CodeMissing,
        Fault.CodeUnreadable => CodeUnreadable,
        Fault.CodeWantsThree => CodeWantsThree,
        Fault.CodeWantsFour => CodeWantsFour,
        Fault.CardNotChosen => CardNotChosen,
        Fault.CardIsExpired => CardIsExpired,
        Fault.EmailMissing => EmailMissing,
        Fault.EmailUnreadable => EmailUnreadable,
        Fault.EmailIsCard => EmailIsCard,
        Fault.DocumentMissing => DocumentMissing,
        Fault.DocumentIsCard => DocumentIsCard,
        Fault.CountryMissing => CountryMissing,
    };
}
