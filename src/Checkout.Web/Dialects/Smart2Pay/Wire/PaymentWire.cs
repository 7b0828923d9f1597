using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>The body of <c>POST /v1/payments</c>.</summary>
public sealed class PaymentEnvelope
{
    [JsonConverter(typeof(PartConverter<PaymentWire>))]
    public Part<PaymentWire> Payment { get; set; }
}

/// <summary>A payment as a merchant asks for it. Keys that are not here are accepted and passed over.</summary>
public sealed class PaymentWire : IPart<PaymentWire>
{
    public static JsonTypeInfo<PaymentWire> Shape => WireJson.Default.PaymentWire;

    public Field MerchantTransactionID { get; set; }

    public Field OriginatorTransactionID { get; set; }

    public Field Amount { get; set; }

    public Field Currency { get; set; }

    public Field ReturnURL { get; set; }

    public Field Description { get; set; }

    public Field StatementDescriptor { get; set; }

    public Field Language { get; set; }

    public Field SkinID { get; set; }

    public Field ClientIP { get; set; }

    public Field MethodID { get; set; }

    public Field Capture { get; set; }

    public Field Retry { get; set; }

    [JsonPropertyName("3DSecure")]
    public Field ThreeDSecure { get; set; }

    public Field GenerateCreditCardToken { get; set; }

    public Field PaymentTokenLifetime { get; set; }

    public Field Installments { get; set; }

    public Field Moto { get; set; }

    [JsonConverter(typeof(PartConverter<CustomerWire>))]
    public Part<CustomerWire> Customer { get; set; }

    [JsonConverter(typeof(PartConverter<AddressWire>))]
    public Part<AddressWire> BillingAddress { get; set; }

    [JsonConverter(typeof(PartConverter<AddressWire>))]
    public Part<AddressWire> ShippingAddress { get; set; }

    [JsonConverter(typeof(PartConverter<CardWire>))]
    public Part<CardWire> Card { get; set; }

    [JsonConverter(typeof(PartConverter<TokenWire>))]
    public Part<TokenWire> CreditCardToken { get; set; }

    /// <summary>Everything that makes this request the same as another one, without number and security code.</summary>
    public void Describe(RequestDigest digest)
    {
        digest.Add(MerchantTransactionID).Add(OriginatorTransactionID).Add(Amount).Add(Currency).Add(ReturnURL).Add(Description);
        digest.Add(StatementDescriptor).Add(Language).Add(SkinID).Add(ClientIP).Add(MethodID).Add(Capture).Add(Retry).Add(ThreeDSecure);
        digest.Add(GenerateCreditCardToken).Add(PaymentTokenLifetime).Add(Installments).Add(Moto);
        if (digest.Opens(Customer)) Customer.Value!.Describe(digest);
        if (digest.Opens(BillingAddress)) BillingAddress.Value!.Describe(digest);
        if (digest.Opens(ShippingAddress)) ShippingAddress.Value!.Describe(digest);
        if (digest.Opens(Card)) Card.Value!.Describe(digest);
        if (digest.Opens(CreditCardToken)) CreditCardToken.Value!.Describe(digest);
    }
}
