using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>How a refund or payout ended.</summary>
internal static class LineEnd
{
    public static (bool IsDone, PaymentReason Reason) Of(LineFields line)
    {
        var status = line.Part("Status");
        var id = status?.Number("ID", 1, 99) ?? 0;
        if (id is not (2 or 4)) line.Fail("Status", "must be one that stands (2, 4); settle what is under way first");
        var reason = PaymentLine.ReasonOf(status);
        return (id == 2, id == 2 ? PaymentReason.None : reason == PaymentReason.None ? PaymentReason.Declined : reason);
    }
}
