using static Checkout.Web.Dialects.Cardgate.Fields.FieldRules;

namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>What <c>POST /payment/sale</c> takes (§10, §11).</summary>
public static class SaleAttributes
{
    public static readonly RequestField Type = new("type", OneOf("must be sale-operation", "sale-operation"));

    public static readonly RequestField CardNumber = new("card_number", FieldRules.CardNumber, "12 to 19 digits. With a card, wherever there is any part of one, its number, date and code are all wanted.") { MayBeRequired = true };
    public static readonly RequestField Holder = new("card_holder", FieldRules.Holder, "Without it the holder of the kept card, the customer's name, or CARD HOLDER.");
    public static readonly RequestField SecurityCode = new("cvv", FieldRules.SecurityCode, "Alone it charges the card of an invoice with a token.") { MayBeRequired = true };
    public static readonly RequestField Month = new("exp_month", FieldRules.Month) { MayBeRequired = true };
    public static readonly RequestField Year = new("exp_year", FieldRules.Year, "Two digits or four.") { MayBeRequired = true };
    public static readonly RequestField Browser = BrowserAttributes.Browser;
    public static readonly RequestField GooglePay = new("google_pay", Nothing, "Not supported.") { Fault = FaultKind.NotSupported };

    public static readonly RequestField Attributes = RequestField.Map("attributes", [CardNumber, Holder, SecurityCode, Month, Year, Browser, GooglePay]);

    public static readonly RequestField Data = RequestField.Map("data", [Type, Attributes], "A sale as you ask for it: with a card, with the code of a kept one, or with nothing.");
}

/// <summary>What <c>POST /payment-invoices/{id}/refund</c> takes (§17).</summary>
public static class RefundAttributes
{
    public static readonly RequestField Type = new("type", OneOf("must be refund", "refund", "refunds"));
    public static readonly RequestField Id = new("id", AnyText(255), "The invoice, as the old model names it: the answer is the invoice then, and not the refund, unless invoiceId names it too.");

    public static readonly RequestField Invoice = new("invoiceId", AnyText(255), "The invoice once more; another one than the address names is refused.");
    public static readonly RequestField Reference = new("reference_id", FieldRules.Reference, "Your name for the refund, one of its kind in its invoice; only the old model may leave it out.") { MayBeRequired = true };
    public static readonly RequestField Amount = new("amount", FieldRules.Amount, "Major units, greater than 0, at most what remains (limit_violation); without it, all that remains.");
    public static readonly RequestField Description = new("description", AnyText(255));

    public static readonly RequestField Attributes = RequestField.Map("attributes", [Invoice, Reference, Amount, Description]);

    public static readonly RequestField Data = RequestField.Map("data", [Type, Id, Attributes], "A refund as you ask for it.");
}

/// <summary>What <c>POST /tokens/{token}/bind</c> takes.</summary>
public static class BindAttributes
{
    public static readonly RequestField Type = new("type", OneOf("must be tokens", "tokens"));

    public static readonly RequestField Reference = new("reference_id", FieldRules.Reference, "Your name for the shopper.") { IsRequired = true };
    public static readonly RequestField Customer = RequestField.Map("customer", [Reference], "Whose card it is.");
    public static readonly RequestField Attributes = RequestField.Map("attributes", [Customer]);

    public static readonly RequestField Data = RequestField.Map("data", [Type, Attributes], "A token and whom it is for.");
}
