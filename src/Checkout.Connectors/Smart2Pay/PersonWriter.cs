using System.Text.Json;
using Checkout.Core.Shoppers;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Says who pays and from where; a part about which nothing is known is left out whole.</summary>
internal static class PersonWriter
{
    private const int Longest = 255;
    private const int LongestName = 100;
    private const int LongestNumber = 50;

    /// <param name="json">The request's body.</param>
    /// <param name="shopper">What is known of the person.</param>
    /// <param name="name">The merchant's name for the shopper.</param>
    public static void Customer(Utf8JsonWriter json, ShopperDetails? shopper, string? name)
    {
        if (shopper is null && Fields.Reference(name) is null) return;
        json.WriteStartObject("Customer"u8);
        json.Optional("MerchantCustomerID"u8, Fields.Reference(name));
        json.Optional("Email"u8, Fields.Email(shopper?.Email));
        json.Optional("FirstName"u8, Fields.Line(shopper?.FirstName, LongestName));
        json.Optional("LastName"u8, Fields.Line(shopper?.LastName, LongestName));
        json.Optional("SocialSecurityNumber"u8, Fields.Line(shopper?.SocialSecurityNumber, LongestNumber));
        json.Optional("Phone"u8, Fields.Line(shopper?.Phone, LongestNumber));
        json.WriteEndObject();
    }

    public static void Billing(Utf8JsonWriter json, PostalAddress? address)
    {
        if (address is null) return;
        json.WriteStartObject("BillingAddress"u8);
        json.Optional("Country"u8, Fields.Country(address.Country));
        json.Optional("City"u8, Fields.Line(address.City, Longest));
        json.Optional("ZipCode"u8, Fields.Line(address.ZipCode, Longest));
        json.Optional("State"u8, Fields.Line(address.State, Longest));
        json.Optional("Street"u8, Fields.Line(address.Street, Longest));
        json.Optional("StreetNumber"u8, Fields.Line(address.StreetNumber, Longest));
        json.Optional("HouseNumber"u8, Fields.Line(address.HouseNumber, Longest));
        json.Optional("HouseExtension"u8, Fields.Line(address.HouseExtension, Longest));
        json.WriteEndObject();
    }
}
