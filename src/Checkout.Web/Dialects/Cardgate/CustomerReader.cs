using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>What was said about the shopper: Core's part of it, and the rest.</summary>
public sealed record AskedCustomer(ShopperDetails Shopper, PostalAddress? Address, NotedCustomer Noted);

/// <summary>Reads who pays and where they live.</summary>
public static class CustomerReader
{
    /// <summary>Null when nothing was said; PHP says nothing as <c>[]</c>.</summary>
    public static AskedCustomer? Read(Place customer, FieldChecks checks)
    {
        checks.Map(customer);
        if (customer.Filled is null) return null;

        var address = checks.Map(customer[CustomerAttributes.Address]);
        var name = checks.Optional(customer, CustomerAttributes.Name);
        var shopper = new ShopperDetails(
            Reference: checks.Optional(customer, CustomerAttributes.Reference),
            Email: checks.Optional(customer, CustomerAttributes.Email),
            FirstName: checks.Optional(customer, CustomerAttributes.FirstName),
            LastName: checks.Optional(customer, CustomerAttributes.Surname),
            // Core writes days without hyphens.
            DateOfBirth: checks.Optional(customer, CustomerAttributes.DateOfBirth)?.Replace("-", "", StringComparison.Ordinal),
            SocialSecurityNumber: checks.Optional(customer, CustomerAttributes.TaxId),
            Phone: checks.Optional(customer, CustomerAttributes.Phone));
        var noted = new NotedCustomer
        {
            Name = name,
            Patronymic = checks.Optional(customer, CustomerAttributes.Patronymic),
            Description = checks.Optional(customer, CustomerAttributes.Description),
            FullAddress = checks.Optional(address, CustomerAttributes.FullAddress),
            Metadata = checks.Kept(customer, CustomerAttributes.Metadata),
        };
        return new AskedCustomer(shopper, Address(address, checks), noted);
    }

    private static PostalAddress? Address(Place address, FieldChecks checks) => address.Filled is null ? null : new PostalAddress(
        Country: checks.Optional(address, CustomerAttributes.Country)?.ToUpperInvariant(),
        City: checks.Optional(address, CustomerAttributes.City),
        ZipCode: checks.Optional(address, CustomerAttributes.PostCode),
        State: checks.Optional(address, CustomerAttributes.Region),
        Street: checks.Optional(address, CustomerAttributes.Street));
}
