using System.Text.Json;
using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Says who pays, as a resource beside the invoice.</summary>
public static class CustomerWriter
{
    public static void Write(Utf8JsonWriter json, InvoiceView view, string id)
    {
        var details = view.Payment.Details;
        var noted = view.Notes.Customer;
        json.WriteStartObject();
        json.WriteString("type"u8, "customers"u8);
        json.WriteString("id"u8, id);
        json.WriteStartObject("attributes"u8);
        Person(json, details.Shopper, noted, view.Payment.Shopper);
        Address(json, details.Billing, noted?.FullAddress);
        json.Map("metadata"u8, noted?.Metadata);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Person(Utf8JsonWriter json, ShopperDetails? shopper, NotedCustomer? noted, string? reference)
    {
        json.WriteString("reference_id"u8, shopper?.Reference ?? reference);
        json.WriteString("name"u8, noted?.Name);
        json.WriteString("first_name"u8, shopper?.FirstName);
        json.WriteString("surname"u8, shopper?.LastName);
        json.WriteString("patronymic"u8, noted?.Patronymic);
        json.WriteString("email"u8, shopper?.Email);
        json.WriteString("phone"u8, shopper?.Phone);
        json.WriteString("date_of_birth"u8, shopper?.DateOfBirth is { Length: 8 } day ? $"{day[..4]}-{day[4..6]}-{day[6..]}" : null);
        json.WriteString("individual_tax_id"u8, shopper?.SocialSecurityNumber);
        json.WriteString("description"u8, noted?.Description);
    }

    private static void Address(Utf8JsonWriter json, PostalAddress? address, string? full)
    {
        if (address is null && full is null)
        {
            json.None("address"u8);
            return;
        }

        json.WriteStartObject("address"u8);
        json.WriteString("full_address"u8, full);
        json.WriteString("country"u8, address?.Country);
        json.WriteString("region"u8, address?.State);
        json.WriteString("city"u8, address?.City);
        json.WriteString("street"u8, address?.Street);
        json.WriteString("post_code"u8, address?.ZipCode);
        json.WriteEndObject();
    }
}
