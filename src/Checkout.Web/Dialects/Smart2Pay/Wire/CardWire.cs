using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>A card in clear, as a merchant sends it.</summary>
public sealed class CardWire : IPart<CardWire>, IDisposable
{
    public static JsonTypeInfo<CardWire> Shape => WireJson.Default.CardWire;

    public Field HolderName { get; set; }

    public SecretField? Number { get; set; }

    public Field ExpirationMonth { get; set; }

    public Field ExpirationYear { get; set; }

    public SecretField? SecurityCode { get; set; }

    public Field RequireSecurityCode { get; set; }

    public Field IssuingBankCountry { get; set; }

    public void Describe(RequestDigest digest) => digest
        .Add(HolderName).Add(ExpirationMonth).Add(ExpirationYear).Add(RequireSecurityCode).Add(IssuingBankCountry).Add(SecurityCode is not null);

    public void Dispose()
    {
        Number?.Dispose();
        SecurityCode?.Dispose();
    }
}

/// <summary>The word for a remembered card, with the security code of a one-click payment.</summary>
public sealed class TokenWire : IPart<TokenWire>, IDisposable
{
    public static JsonTypeInfo<TokenWire> Shape => WireJson.Default.TokenWire;

    public Field Value { get; set; }

    public SecretField? SecurityCode { get; set; }

    public Field RequireSecurityCode { get; set; }

    public void Describe(RequestDigest digest) => digest.Add(Value).Add(RequireSecurityCode).Add(SecurityCode is not null);

    public void Dispose() => SecurityCode?.Dispose();
}

/// <summary>The body of <c>POST /v1/card/authenticate</c>.</summary>
public sealed class CardAuthenticationEnvelope
{
    [JsonConverter(typeof(PartConverter<CardAuthenticationWire>))]
    public Part<CardAuthenticationWire> CardAuthentication { get; set; }
}

/// <summary>A card to check without an amount, and whose it is.</summary>
public sealed class CardAuthenticationWire : IPart<CardAuthenticationWire>
{
    public static JsonTypeInfo<CardAuthenticationWire> Shape => WireJson.Default.CardAuthenticationWire;

    [JsonConverter(typeof(PartConverter<CustomerWire>))]
    public Part<CustomerWire> Customer { get; set; }

    [JsonConverter(typeof(PartConverter<AddressWire>))]
    public Part<AddressWire> BillingAddress { get; set; }

    [JsonConverter(typeof(PartConverter<CardWire>))]
    public Part<CardWire> Card { get; set; }

    public void Describe(RequestDigest digest)
    {
        if (digest.Opens(Customer)) Customer.Value!.Describe(digest);
        if (digest.Opens(BillingAddress)) BillingAddress.Value!.Describe(digest);
        if (digest.Opens(Card)) Card.Value!.Describe(digest);
    }
}
