using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>What was said about the shopper: Core's part of it, and the rest.</summary>
public sealed record AskedCustomer(ShopperDetails Shopper, PostalAddress? Address, NotedCustomer Noted);

/// <summary>Reads who pays and where they live.</summary>
public static class CustomerReader
{
    private const int LongestName = 255;

    /// <summary>Null when nothing was said; PHP says nothing as <c>[]</c>.</summary>
    public static AskedCustomer? Read(Place customer, FieldChecks checks)
    {
        checks.Map(customer);
        if (customer.Filled is null) return null;

        var address = checks.Map(customer["address"]);
        var name = checks.Text(customer["name"], LongestName);
        var shopper = new ShopperDetails(
            Reference: checks.Optional(customer["reference_id"], static text => InvoiceRules.IsReference(text), InvoiceRules.ReferenceWords),
            Email: checks.Text(customer["email"], LongestName),
            FirstName: checks.Text(customer["first_name"], LongestName),
            LastName: checks.Text(customer["surname"], LongestName),
            DateOfBirth: DateOfBirth(customer["date_of_birth"], checks),
            SocialSecurityNumber: checks.Optional(
                customer["individual_tax_id"], static text => text.Length >= 2 && FieldChecks.IsText(text, 100), "must be a text of 2 to 100 characters"),
            Phone: checks.Text(customer["phone"], LongestName));
        var noted = new NotedCustomer
        {
            Name = name,
            Patronymic = checks.Text(customer["patronymic"], LongestName),
            Description = checks.Text(customer["description"], LongestName),
            FullAddress = checks.Text(address["full_address"], 500),
            Metadata = checks.Map(customer["metadata"].Or(customer["meta_data"])).Filled,
        };
        return new AskedCustomer(shopper, Address(address, checks), noted);
    }

    private static PostalAddress? Address(Place address, FieldChecks checks) => address.Filled is null ? null : new PostalAddress(
        Country: checks.Optional(address["country"], static text => Countries.Has(text), "must be a country's two letters (ISO 3166-1)")?.ToUpperInvariant(),
        City: checks.Text(address["city"], LongestName),
        ZipCode: checks.Text(address["post_code"], LongestName),
        State: checks.Text(address["region"], LongestName),
        Street: checks.Text(address["street"], LongestName));

    /// <summary>Core writes days without hyphens.</summary>
    private static string? DateOfBirth(Place place, FieldChecks checks) =>
        checks.Optional(place, static text => InvoiceRules.IsDay(text), "must be a day like 1987-06-05")?.Replace("-", "", StringComparison.Ordinal);
}
