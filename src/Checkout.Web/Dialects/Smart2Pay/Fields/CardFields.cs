namespace Checkout.Web.Dialects.Smart2Pay.Fields;

/// <summary>Cards in clear, and tokens in place of them.</summary>
public static class CardFields
{
    public static readonly RequestField Holder = new("HolderName", FieldRules.Holder, ReturnCode.CardHolder, "As it stands on the card; no digits.") { IsRequired = true };
    public static readonly RequestField Number = new("Number", FieldRules.CardNumber, ReturnCode.CardNumber, "Digits only; the check digit must be right.") { IsRequired = true };
    public static readonly RequestField Month = new("ExpirationMonth", FieldRules.Month, ReturnCode.CardMonth, "A card that has expired earns 1205.") { IsRequired = true };
    public static readonly RequestField Year = new("ExpirationYear", FieldRules.Year, ReturnCode.CardYear, "Two or four digits.") { IsRequired = true };
    public static readonly RequestField SecurityCode = new("SecurityCode", FieldRules.SecurityCode, ReturnCode.CardCode, "Never kept.");
    public static readonly RequestField AsksCode = new("RequireSecurityCode", FieldRules.Flag, ReturnCode.ValidationFailed, "By default true: without a SecurityCode the shopper is asked for it at the RedirectURL.");
    public static readonly RequestField IssuingCountry = new("IssuingBankCountry", FieldRules.Country, ReturnCode.Country, "ISO 3166-1, two letters.");

    public static readonly RequestField Card = RequestField.Object(
        "Card", [Holder, Number, Month, Year, SecurityCode, AsksCode, IssuingCountry], ReturnCode.CardMissing, "The card in clear; never together with CreditCardToken (2403).");

    public static readonly RequestField TokenValue = new("Value", FieldRules.Token, ReturnCode.Token, "The token of an earlier answer.") { IsRequired = true, Missing = ReturnCode.TokenMissing };

    /// <summary>The same name as a card's, with another default.</summary>
    public static readonly RequestField TokenAsksCode = AsksCode with { About = "By default false: without a SecurityCode the merchant charges by itself. True: the shopper is asked for it at the RedirectURL." };

    public static readonly RequestField Token = RequestField.Object(
        "CreditCardToken", [TokenValue, SecurityCode, TokenAsksCode], ReturnCode.TokenMissing, "A kept card; with SecurityCode it is a one-click payment.");
}
