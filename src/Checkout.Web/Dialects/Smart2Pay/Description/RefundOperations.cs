using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Smart2Pay.Description.RefundShapes;
using static Checkout.Web.Dialects.Smart2Pay.Description.Replies;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Giving money back.</summary>
internal static class RefundOperations
{
    private const string Group = "Refunds";

    private static readonly Operation Create = new("createRefund", "Refunds.Create", "Give money back")
    {
        Group = Group,
        IsRepeatable = true,
        About = "All or a part of what was captured; several times, until nothing is left.",
        Body = RequestShapes.Body(RefundFields.Root),
        Replies = With(Refused, Done(201, Refund), NotDone(Refund, Refused), Missing(Refused)),
        Examples = [new("part", "A part", 201, """{"Refund":{"MerchantTransactionID":"{reference}","Amount":500}}""") { First = [Steps.Captured] }],
    };

    private static readonly Operation List = Reading("listRefunds", "Refunds.List", "List a payment's refunds", Refunds, Steps.Captured, Steps.Refunded);

    private static readonly Operation Read = Reading("readRefund", "Refunds.Read", "Read a refund", Refund, Steps.Captured, Steps.Refunded);

    private static readonly Operation ReadStatus = Reading("readRefundStatus", "Refunds.ReadStatus", "Read a refund's status", Short, Steps.Captured, Steps.Refunded) with
    {
        About = "Here, and only here, the status is called StateDetails.",
    };

    private static readonly Operation ReadStatusAlone =
        Reading("readRefundStatusByItself", "Refunds.ReadStatusAlone", "Read a refund's status without its payment", Short, Steps.Captured, Steps.Refunded);

    private static readonly Operation TypesOfPayment = Reading("listRefundTypes", "Refunds.Types", "The ways a payment's money can go back", Types, Steps.Captured);

    private static readonly Operation TypesOfMethod = new("listRefundTypesOfMethod", "Refunds.TypesOf", "The ways money can go back")
    {
        Group = Group,
        Replies = With(Refused, Done(200, Types), NotDone(Refused)),
        Examples = [new("plain", "Cards in Romania", 200) { Path = new Dictionary<string, string> { ["method"] = "6", ["country"] = "RO", ["currency"] = "EUR" } }],
    };

    public static readonly IReadOnlyList<Operation> All = [Create, List, Read, ReadStatus, ReadStatusAlone, TypesOfPayment, TypesOfMethod];

    private static Operation Reading(string id, string action, string summary, Shape shape, params IReadOnlyList<Step> first) => new(id, action, summary)
    {
        Group = Group,
        Replies = With(Refused, Done(200, shape), Missing(Refused)),
        Examples = [Steps.Plain(200, first)],
    };
}
