namespace Checkout.Web.Dialects.Smart2Pay.Fields;

/// <summary>What <c>POST /v1/payments/{id}/refunds</c> takes.</summary>
public static class RefundFields
{
    public static readonly RequestField Reference = new("MerchantTransactionID", FieldRules.Reference, ReturnCode.RefundReference, "Your name for the refund; a second one earns 20.") { IsRequired = true };
    public static readonly RequestField Amount = new("Amount", FieldRules.Amount, ReturnCode.RefundAmount, "Minor units; at most what was captured and not yet given back (2206).") { IsRequired = true };
    public static readonly RequestField Originator = new("OriginatorTransactionID", FieldRules.Reference, ReturnCode.RefundOriginator, "A second name of yours; comes back.");
    public static readonly RequestField Description = new("Description", FieldRules.AnyText(255), ReturnCode.RefundDescription);
    public static readonly RequestField StatementDescriptor = new("StatementDescriptor", FieldRules.AnyText(255), ReturnCode.RefundStatementDescriptor);

    public static readonly RequestField Root = RequestField.Object(
        "Refund", [Reference, Originator, Amount, Description, StatementDescriptor], ReturnCode.InvalidData, "A refund as you ask for it.");
}

/// <summary>What <c>POST /v1/payouts</c> takes.</summary>
public static class PayoutFields
{
    public static readonly RequestField Reference = new("MerchantTransactionID", FieldRules.Reference, ReturnCode.PayoutReference, "Your name for the payout; a second one earns 20.") { IsRequired = true };
    public static readonly RequestField Originator = new("OriginatorTransactionID", FieldRules.Reference, ReturnCode.ValidationFailed, "A second name of yours; comes back.");
    public static readonly RequestField Amount = new("Amount", FieldRules.Amount, ReturnCode.PayoutAmount, "Minor units.") { IsRequired = true };
    public static readonly RequestField Currency = new("Currency", FieldRules.Currency, ReturnCode.PayoutCurrency, "ISO 4217, one that your site takes.") { IsRequired = true };
    public static readonly RequestField Description = new("Description", FieldRules.AnyText(255), ReturnCode.PayoutDescription);
    public static readonly RequestField StatementDescriptor = new("StatementDescriptor", FieldRules.AnyText(255), ReturnCode.PayoutStatementDescriptor);

    public static readonly RequestField Root = RequestField.Object(
        "Payout",
        [Reference, Originator, Amount, Currency, Description, StatementDescriptor, PersonFields.Customer, PersonFields.Billing, CardFields.Card, CardFields.Token],
        ReturnCode.InvalidData,
        "A payout as you ask for it, to a card or to a token (neither: 1206).");
}

/// <summary>What <c>POST /v1/card/authenticate</c> takes.</summary>
public static class CardAuthenticationFields
{
    public static readonly RequestField Card = CardFields.Card with { IsRequired = true };

    public static readonly RequestField Root = RequestField.Object(
        "CardAuthentication", [PersonFields.Customer, PersonFields.Billing, Card], ReturnCode.InvalidData, "A card to check without an amount, and whose it is.");
}
