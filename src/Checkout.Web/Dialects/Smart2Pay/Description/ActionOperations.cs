using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Smart2Pay.Description.PaymentShapes;
using static Checkout.Web.Dialects.Smart2Pay.Description.Replies;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>What can be done with a payment, and its captures.</summary>
internal static class ActionOperations
{
    private const string Group = "Captures, cancels and reviews";

    private static readonly IReadOnlyList<Reply> OfAction = With(Refused, Done(200, Payment), NotDone(Payment, Refused), Missing(Refused));

    private static readonly Operation Capture = Action("capturePayment", "PaymentActions.Capture", "Capture an authorised payment") with
    {
        About = "All of it, or a part: what is left can then not be captured any more.",
        Query = [new("amount", Shape.Number(about: "Minor units; without it, all.") with { Least = 1, Most = Core.Money.Amount.LargestMinor }, IsRequired: false, ReturnCode.CaptureAmount.Code)],
        Examples = [Steps.Plain(200, Steps.Authorised), new("part", "A part", 200) { Query = "amount=1000", First = [Steps.Authorised] }],
    };

    private static readonly Operation Cancel = Action("cancelPayment", "PaymentActions.Cancel", "Cancel an authorised payment") with
    {
        Examples = [Steps.Plain(200, Steps.Authorised)],
    };

    private static readonly Operation Accept = Action("acceptChallenge", "PaymentActions.Accept", "Accept a payment that the fraud check holds") with
    {
        About = "For payments of status 30.",
        Examples = [Steps.Plain(200, Steps.Challenged)],
    };

    private static readonly Operation Reject = Action("rejectChallenge", "PaymentActions.Reject", "Drop a payment that the fraud check holds") with
    {
        About = "For payments of status 30. Done, it is answered with 400 and the cancelled payment, as the published service does.",
        Examples = [Steps.Plain(400, Steps.Challenged)],
    };

    private static readonly Operation List = new("listCaptures", "Captures.List", "List a payment's captures")
    {
        Group = Group,
        Replies = With(Refused, Done(200, Captures), Missing(Refused)),
        Examples = [Steps.Plain(200, Steps.Captured)],
    };

    private static readonly Operation Read = new("readCapture", "Captures.Read", "Read a capture")
    {
        Group = Group,
        OtherSpelling = "capture",
        Replies = [.. With(Refused, Done(200, PaymentShapes.Capture), Missing(NoCapture))],
        Examples = [Steps.Plain(200, Steps.Captured, new Step("listCaptures", "plain", "capture", "/Captures/0/ID"))],
    };

    public static readonly IReadOnlyList<Operation> All = [Capture, Cancel, Accept, Reject, List, Read];

    private static Operation Action(string id, string action, string summary) => new(id, action, summary) { Group = Group, IsRepeatable = true, Replies = OfAction };
}
