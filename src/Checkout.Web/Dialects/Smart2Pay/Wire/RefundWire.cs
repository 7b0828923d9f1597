using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>The body of <c>POST /v1/payments/{id}/refunds</c>.</summary>
public sealed class RefundEnvelope
{
    [JsonConverter(typeof(PartConverter<RefundWire>))]
    public Part<RefundWire> Refund { get; set; }
}

/// <summary>A refund as a merchant asks for it.</summary>
public sealed class RefundWire : IPart<RefundWire>
{
    public static JsonTypeInfo<RefundWire> Shape => WireJson.Default.RefundWire;

    public Field MerchantTransactionID { get; set; }

    public Field OriginatorTransactionID { get; set; }

    public Field Amount { get; set; }

    public Field Description { get; set; }

    public Field StatementDescriptor { get; set; }

    public void Describe(RequestDigest digest) => digest
        .Add(MerchantTransactionID).Add(OriginatorTransactionID).Add(Amount).Add(Description).Add(StatementDescriptor);
}
