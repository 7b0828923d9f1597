using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.CommonShapes;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Refunds as they are answered.</summary>
internal static class RefundShapes
{
    public static readonly Property[] Attributes =
    [
        new("reference_id", Shape.Text("refund-1")), new("original_id", Shape.Text("cpi_ADzwZTG99f3q3utQ")), Text("description"),
        new("status", Shape.Text(CardgateStatus.Processed) with { Words = CardgateStatus.OfRefunds }), Amount("amount", 4.2m), NoFee("fee"), Currency, new("created", Shape.Number(1730721040)),
    ];

    public static readonly Shape Document = Shape.Object(
        "RefundDocument",
        new Property("data", Shape.Object(
            null, Type("refunds"), Id("ref_4nBq0TzKx8WvYc2M"), new Property("attributes", Shape.Object(null, Attributes)), Links("/refunds/ref_4nBq0TzKx8WvYc2M"))));
}
