using System.Text.Json.Serialization.Metadata;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>The person who pays, as a merchant sends it. Its ID is ours to give and is passed over.</summary>
public sealed class CustomerWire : IPart<CustomerWire>
{
    public static JsonTypeInfo<CustomerWire> Shape => WireJson.Default.CustomerWire;

    public Field MerchantCustomerID { get; set; }

    public Field Email { get; set; }

    public Field FirstName { get; set; }

    public Field LastName { get; set; }

    public Field Gender { get; set; }

    public Field DateOfBirth { get; set; }

    public Field SocialSecurityNumber { get; set; }

    public Field Phone { get; set; }

    public Field Company { get; set; }

    public void Describe(RequestDigest digest) => digest
        .Add(MerchantCustomerID).Add(Email).Add(FirstName).Add(LastName).Add(Gender).Add(DateOfBirth).Add(SocialSecurityNumber).Add(Phone).Add(Company);
}

/// <summary>An address as a merchant sends it.</summary>
public sealed class AddressWire : IPart<AddressWire>
{
    public static JsonTypeInfo<AddressWire> Shape => WireJson.Default.AddressWire;

    public Field Country { get; set; }

    public Field City { get; set; }

    public Field ZipCode { get; set; }

    public Field State { get; set; }

    public Field Street { get; set; }

    public Field StreetNumber { get; set; }

    public Field HouseNumber { get; set; }

    public Field HouseExtension { get; set; }

    public void Describe(RequestDigest digest) => digest
        .Add(Country).Add(City).Add(ZipCode).Add(State).Add(Street).Add(StreetNumber).Add(HouseNumber).Add(HouseExtension);
}
