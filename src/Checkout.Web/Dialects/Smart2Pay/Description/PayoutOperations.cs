using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Smart2Pay.Description.PayoutShapes;
using static Checkout.Web.Dialects.Smart2Pay.Description.Replies;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Paying out to cards.</summary>
internal static class PayoutOperations
{
    private const string Group = "Payouts";

    private static readonly Operation Create = new("createPayout", "Payouts.Create", "Pay out to a card")
    {
        Group = Group,
        IsRepeatable = true,
        About = "By card number or by token. A payout cannot be called back.",
        Body = RequestShapes.Body(PayoutFields.Root),
        Replies = With(Refused, Done(201, Payout), NotDone(Payout, Refused)),
        Examples =
        [
            new("card", "To a card", 201, """{"Payout":{"MerchantTransactionID":"{reference}","Amount":500,"Currency":"EUR",""" + Steps.Card.Trim() + "}}"),
            new("token", "To a kept card", 201, """{"Payout":{"MerchantTransactionID":"{reference}","Amount":500,"Currency":"EUR","CreditCardToken":{"Value":"{token}"}}}""") { First = [Steps.Kept] },
        ],
    };

    private static readonly Operation List = new("listPayouts", "Payouts.List", "List payouts")
    {
        Group = Group,
        About = "With the filters of payments.",
        Query = RequestShapes.Query(ListFields.All),
        Replies = With(Refused, Done(200, Payouts), NotDone(Refused)),
        Examples = [new("plain", "The last two", 200) { Query = "limit=2", First = [new("createPayout", "card")] }],
    };

    private static readonly Operation Read = Reading("readPayout", "Payouts.Read", "Read a payout", Payout);

    private static readonly Operation ReadStatus = Reading("readPayoutStatus", "Payouts.ReadStatus", "Read a payout's status", Short);

    public static readonly IReadOnlyList<Operation> All = [Create, List, Read, ReadStatus];

    private static Operation Reading(string id, string action, string summary, Shape shape) => new(id, action, summary)
    {
        Group = Group,
        Replies = With(Refused, Done(200, shape), Missing(Refused)),
        Examples = [Steps.Plain(200, Steps.PaidOut)],
    };
}
