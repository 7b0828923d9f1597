using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>The body of <c>POST /v1/payouts</c>.</summary>
public sealed class PayoutEnvelope
{
    [JsonConverter(typeof(PartConverter<PayoutWire>))]
    public Part<PayoutWire> Payout { get; set; }
}

/// <summary>A payout as a merchant asks for it. <c>Capture</c> and <c>Retry</c>, which the published client sends as null, mean nothing here.</summary>
public sealed class PayoutWire : IPart<PayoutWire>, IDisposable
{
    public static JsonTypeInfo<PayoutWire> Shape => WireJson.Default.PayoutWire;

    public Field MerchantTransactionID { get; set; }

    public Field OriginatorTransactionID { get; set; }

    public Field Amount { get; set; }

    public Field Currency { get; set; }

    public Field Description { get; set; }

    public Field StatementDescriptor { get; set; }

    [JsonConverter(typeof(PartConverter<CustomerWire>))]
    public Part<CustomerWire> Customer { get; set; }

    [JsonConverter(typeof(PartConverter<AddressWire>))]
    public Part<AddressWire> BillingAddress { get; set; }

    [JsonConverter(typeof(PartConverter<CardWire>))]
    public Part<CardWire> Card { get; set; }

    [JsonConverter(typeof(PartConverter<TokenWire>))]
    public Part<TokenWire> CreditCardToken { get; set; }

    public void Describe(RequestDigest digest)
    {
        digest.Add(MerchantTransactionID).Add(OriginatorTransactionID).Add(Amount).Add(Currency).Add(Description).Add(StatementDescriptor);
        if (digest.Opens(Customer)) Customer.Value!.Describe(digest);
        if (digest.Opens(BillingAddress)) BillingAddress.Value!.Describe(digest);
        if (digest.Opens(Card)) Card.Value!.Describe(digest);
        if (digest.Opens(CreditCardToken)) CreditCardToken.Value!.Describe(digest);
    }

    public void Dispose()
    {
        Card.Value?.Dispose();
        CreditCardToken.Value?.Dispose();
    }
}
