namespace Checkout.Web.Dialects.Smart2Pay.Fields;

/// <summary>What <c>POST /v1/payments</c> takes.</summary>
public static class PaymentFields
{
    public static readonly RequestField Reference = new("MerchantTransactionID", FieldRules.Reference, ReturnCode.PaymentReference, "Your name for the payment. It names one payment for ever: a second one earns 20.") { IsRequired = true };
    public static readonly RequestField Originator = new("OriginatorTransactionID", FieldRules.Reference, ReturnCode.PaymentOriginator, "A second name of yours; comes back.");
    public static readonly RequestField Amount = new("Amount", FieldRules.Amount, ReturnCode.PaymentAmount, "Minor units: 2599 is 25.99. Within the limits that your site may have for the currency.") { IsRequired = true };
    public static readonly RequestField Currency = new("Currency", FieldRules.Currency, ReturnCode.PaymentCurrency, "ISO 4217, one that your site takes.") { IsRequired = true };
    public static readonly RequestField ReturnUrl = new("ReturnURL", FieldRules.ReturnUrl, ReturnCode.PaymentReturnUrl, "Where the shopper goes afterwards; an absolute address. Required unless card or token are complete and 3-D Secure is off.");
    public static readonly RequestField Description = new("Description", FieldRules.AnyText(500), ReturnCode.PaymentDescription, "Shown to the shopper.");
    public static readonly RequestField StatementDescriptor = new("StatementDescriptor", FieldRules.AnyText(250), ReturnCode.PaymentStatementDescriptor, "For the shopper's bank statement.");
    public static readonly RequestField Language = new("Language", FieldRules.Language, ReturnCode.PaymentLanguage, "Of the card page, for example ro-RO.");
    public static readonly RequestField SkinId = new("SkinID", FieldRules.Digits, ReturnCode.SkinId, "Comes back.");
    public static readonly RequestField ClientIp = new("ClientIP", FieldRules.Address, ReturnCode.ValidationFailed, "The shopper's address, IPv4 or IPv6.");
    public static readonly RequestField MethodId = new("MethodID", FieldRules.Method, ReturnCode.IntegrationType, "Cards are 6; nothing else is taken.");
    public static readonly RequestField Capture = new("Capture", FieldRules.Flag, ReturnCode.ValidationFailed, "Take the money at once. By default as your site is set: false.");
    public static readonly RequestField Retry = new("Retry", FieldRules.Flag, ReturnCode.ValidationFailed, "Comes back.");
    public static readonly RequestField ThreeDSecure = new("3DSecure", FieldRules.Flag, ReturnCode.ValidationFailed, "Send the shopper to the bank. By default as your site is set: false.");
    public static readonly RequestField KeepCard = new("GenerateCreditCardToken", FieldRules.Flag, ReturnCode.ValidationFailed, "Keep the card and answer with its token.");
    public static readonly RequestField LinkLifetime = new("PaymentTokenLifetime", FieldRules.Digits, ReturnCode.ValidationFailed, "Minutes that the RedirectURL lives: 10 by default, a day at most.");
    public static readonly RequestField Installments = new("Installments", FieldRules.Installments, ReturnCode.PaymentInstallments, "Comes back.");
    public static readonly RequestField Moto = new("Moto", FieldRules.Flag, ReturnCode.ValidationFailed, "Taken and passed over.");

    public static readonly RequestField Root = RequestField.Object(
        "Payment",
        [
            Reference, Originator, Amount, Currency, ReturnUrl, Description, StatementDescriptor, Language, SkinId, ClientIp, MethodId, Capture, Retry, ThreeDSecure,
            KeepCard, LinkLifetime, Installments, Moto, PersonFields.Customer, PersonFields.Billing, PersonFields.Shipping, CardFields.Card, CardFields.Token,
        ],
        ReturnCode.InvalidData,
        "A payment as you ask for it.");
}
