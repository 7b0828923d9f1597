using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Smart2Pay.Description.CommonShapes;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Refunds as they are answered.</summary>
internal static class RefundShapes
{
    private static readonly Property Payment = new("InitialPaymentID", Shape.Number(300001));
    private static readonly Property Amount = new("Amount", Shape.Number(500));
    private static readonly Property[] People = [Null("Customer"), Null("BillingAddress"), Null("BankAddress"), Articles];

    public static readonly Shape Refund = Root(
        "Refund",
        "Refund",
        [Id(5001), Site, Created, Reference, Originator, Payment, Amount, Currency, DescriptionField, StatementDescriptor, .. People, Status(Statuses.OfRefunds, Smart2PayStatus.Success)]);

    public static readonly Shape Refunds = Listed("Refunds", "Refunds", Refund);

    public static readonly Shape Short = Root(
        "RefundStatus", "Refund", Id(5001), Payment, Reference, Status(Statuses.OfRefunds, Smart2PayStatus.Success, "StateDetails"), new Property("SplitID", Shape.Number(0)));

    /// <summary>Numbers that are not known are left out, because a published client cannot read null there.</summary>
    public static readonly Shape Refused = Root(
        "RefundRefused",
        "Refund",
        [
            InvalidRequest, Echoed(Site), Null("Created"), Echoed(Reference), Originator, Payment with { IsRequired = false }, Amount with { IsRequired = false },
            Echoed(Currency), DescriptionField, StatementDescriptor, .. People, Nothing,
        ]);

    public static readonly Shape Types = Shape.Object("RefundTypes", new Property("RefundTypes", Shape.List(Shape.Object(
        null,
        new Property("Name", Shape.Text("Native")),
        Id(1),
        new Property("AllowsPartialRefund", Shape.Flag(true)),
        new Property("AllowPartialRefund", Shape.Flag(true, "The same in the spelling of a published client.")),
        Null("Customer"),
        Null("BillingAddress"),
        Null("BankAddress"),
        Null("Details"))) with { Sample = true }));
}

/// <summary>Payouts as they are answered.</summary>
internal static class PayoutShapes
{
    private static readonly Property Amount = new("Amount", Shape.Number(500));
    private static readonly Property[] Words = [DescriptionField, StatementDescriptor, Of("Customer", Customer), Of("BillingAddress", Address)];

    public static readonly Shape Payout = Root("Payout", "Payout", Whole(Amount));

    public static readonly Shape Notice = Root("PayoutNotice", "Payout", Whole(new Property("Amount", Shape.Text("500", "A text, unlike in answers.") with { Pattern = "^[0-9]+$" })));

    public static readonly Shape Payouts = Listed("Payouts", "Payouts", Payout);

    public static readonly Shape Short = Root("PayoutStatus", "Payout", Id(2001), Reference, Status(Statuses.OfPayouts, Smart2PayStatus.Success));

    public static readonly Shape Refused = Root(
        "PayoutRefused", "Payout", [InvalidRequest, Null("ID"), Echoed(Site), Null("Created"), Echoed(Reference), Originator, Echoed(Amount), Echoed(Currency), .. Words, Nothing]);

    private static Property[] Whole(Property amount) =>
        [Id(2001), Site, Created, Reference, Originator, amount, Currency, .. Words, Status(Statuses.OfPayouts, Smart2PayStatus.Success), Text("MethodTransactionID")];
}

/// <summary>Disputes as they are told; nothing answers with one.</summary>
internal static class DisputeShapes
{
    private static readonly Property Payment = new("PaymentID", Shape.Number(300001));
    private static readonly Property Method = new("MethodID", Shape.Number(6));
    private static readonly Property Amount = new("Amount", Shape.Text("2599", "A text: how much of the payment is disputed.") with { Pattern = "^[0-9]+$" });

    public static readonly Shape Notice = Root(
        "DisputeNotice", "Dispute", Id(300001, "A payment has one dispute at most, so it goes by the payment's number."), Site, Created, Payment, Method, Amount, Currency, Status(Statuses.OfDisputes, Smart2PayStatus.Of(DisputeState.Open)));
}

/// <summary>Card checks and tokens as they are answered.</summary>
internal static class CardShapes
{
    private const string Root = "CardAuthentication";

    private static readonly Property[] People = [Of("Customer", Customer), Of("BillingAddress", Address)];

    private static readonly Property Card = new("Card", PaymentShapes.CardFace);

    private static readonly Shape Token = Shape.Object(
        "Token",
        new Property("Value", Shape.Text("0F1E2D3C4B5A69788796A5B4C3D2E1F0")),
        new Property("Active", Shape.Text("true", "A text.") with { Words = ["true", "false"] }));

    public static readonly Shape Checked = CommonShapes.Root(
        "CardChecked",
        Root,
        [.. People, Card with { Shape = PaymentShapes.CardFace.OrNull() with { Sample = true } }, new("CreditCardToken", Token.OrNull() with { Sample = true }), Status(Statuses.OfCardChecks, Smart2PayStatus.Success)]);

    public static readonly Shape Read = CommonShapes.Root("TokenRead", Root, Card, new Property("CreditCardToken", Token));

    public static readonly Shape Cancelled = CommonShapes.Root(
        "TokenCancelled",
        Root,
        new Property("Card", PaymentShapes.CardWithCountry),
        new Property("CreditCardToken", Token),
        Status(Statuses.OfTokens, Smart2PayStatus.Of(SavedCardState.Cancelled)));

    public static readonly Shape Refused = CommonShapes.Root("CardRefused", Root, [InvalidRequest, .. People, Null("Card"), Null("CreditCardToken"), Nothing]);
}
