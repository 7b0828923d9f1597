using System.Text.Json;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Writes who pays and where they live. The .NET client needs an ID in each; 0 says that there is none.</summary>
public static class PersonWriter
{
    public static void Customer(Utf8JsonWriter json, ShopperDetails? shopper, long id)
    {
        if (shopper is null)
        {
            json.WriteNull("Customer"u8);
            return;
        }

        json.WriteStartObject("Customer"u8);
        json.WriteNumber("ID"u8, id);
        json.WriteString("MerchantCustomerID"u8, shopper.Reference);
        json.WriteString("Email"u8, shopper.Email);
        json.WriteString("FirstName"u8, shopper.FirstName);
        json.WriteString("LastName"u8, shopper.LastName);
        json.WriteString("Gender"u8, shopper.Gender);
        if (shopper.DateOfBirth is not null) json.WriteString("DateOfBirth"u8, shopper.DateOfBirth);
        json.WriteString("SocialSecurityNumber"u8, shopper.SocialSecurityNumber);
        json.WriteString("Phone"u8, shopper.Phone);
        json.WriteString("Company"u8, shopper.Company);
        json.WriteEndObject();
    }

    public static void Address(Utf8JsonWriter json, ReadOnlySpan<byte> name, PostalAddress? address, long id)
    {
        if (address is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("ID"u8, id);
        json.WriteString("City"u8, address.City);
        json.WriteString("ZipCode"u8, address.ZipCode);
        json.WriteString("State"u8, address.State);
        json.WriteString("Street"u8, address.Street);
        json.WriteString("StreetNumber"u8, address.StreetNumber);
        json.WriteString("HouseNumber"u8, address.HouseNumber);
        json.WriteString("HouseExtension"u8, address.HouseExtension);
        json.WriteString("Country"u8, address.Country);
        json.WriteEndObject();
    }
}
