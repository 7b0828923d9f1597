using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Reads who pays and where they live.</summary>
public static class PersonReader
{
    public static ShopperDetails? Shopper(Part<CustomerWire> part, FieldChecks checks)
    {
        if (part.IsWrong) checks.Fail(ReturnCode.CustomerMissing);
        return part.Value is not { } sent ? null : new ShopperDetails(
            Reference: checks.Optional(sent.MerchantCustomerID, Patterns.IsReference, ReturnCode.CustomerReference),
            Email: checks.Optional(sent.Email, Patterns.IsEmail, ReturnCode.CustomerEmail),
            FirstName: checks.Text(sent.FirstName, 100, ReturnCode.CustomerFirstName),
            LastName: checks.Text(sent.LastName, 100, ReturnCode.CustomerLastName),
            Gender: checks.Optional(sent.Gender, Patterns.IsGender, ReturnCode.CustomerGender),
            DateOfBirth: checks.Optional(sent.DateOfBirth, Patterns.IsDateOfBirth, ReturnCode.ValidationFailed),
            SocialSecurityNumber: checks.Text(sent.SocialSecurityNumber, 50, ReturnCode.CustomerSocialSecurityNumber),
            Phone: checks.Text(sent.Phone, 50, ReturnCode.CustomerPhone),
            Company: checks.Text(sent.Company, 255, ReturnCode.CustomerCompany));
    }

    public static PostalAddress? Address(Part<AddressWire> part, FieldChecks checks)
    {
        if (part.IsWrong) checks.Fail(ReturnCode.AddressMissing);
        return part.Value is not { } sent ? null : new PostalAddress(
            Country: Country(sent.Country, checks),
            City: checks.Text(sent.City, 255, ReturnCode.AddressCity),
            ZipCode: checks.Text(sent.ZipCode, 255, ReturnCode.AddressZipCode),
            State: checks.Text(sent.State, 255, ReturnCode.AddressState),
            Street: checks.Text(sent.Street, 255, ReturnCode.AddressStreet),
            StreetNumber: checks.Text(sent.StreetNumber, 255, ReturnCode.AddressStreetNumber),
            HouseNumber: checks.Text(sent.HouseNumber, 255, ReturnCode.AddressHouseNumber),
            HouseExtension: checks.Text(sent.HouseExtension, 255, ReturnCode.AddressHouseExtension));
    }

    private static string? Country(Field field, FieldChecks checks)
    {
        var code = checks.Optional(field, static text => Patterns.IsLetters(text, 2), ReturnCode.AddressCountry)?.ToUpperInvariant();
        if (code is null || Countries.Has(code)) return code;
        checks.Fail(ReturnCode.AddressCountryUnknown);
        return null;
    }
}
