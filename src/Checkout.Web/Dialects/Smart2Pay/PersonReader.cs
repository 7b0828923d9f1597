using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Reads who pays and where they live.</summary>
public static class PersonReader
{
    public static ShopperDetails? Shopper(Part<CustomerWire> part, FieldChecks checks)
    {
        if (part.IsWrong) checks.Fail(PersonFields.Customer.Fault);
        return part.Value is not { } sent ? null : new ShopperDetails(
            Reference: checks.Text(sent.MerchantCustomerID, PersonFields.Reference),
            Email: checks.Text(sent.Email, PersonFields.Email),
            FirstName: checks.Text(sent.FirstName, PersonFields.FirstName),
            LastName: checks.Text(sent.LastName, PersonFields.LastName),
            Gender: checks.Text(sent.Gender, PersonFields.Gender),
            DateOfBirth: checks.Text(sent.DateOfBirth, PersonFields.DateOfBirth),
            SocialSecurityNumber: checks.Text(sent.SocialSecurityNumber, PersonFields.SocialSecurityNumber),
            Phone: checks.Text(sent.Phone, PersonFields.Phone),
            Company: checks.Text(sent.Company, PersonFields.Company));
    }

    public static PostalAddress? Address(Part<AddressWire> part, FieldChecks checks)
    {
        if (part.IsWrong) checks.Fail(PersonFields.Billing.Fault);
        return part.Value is not { } sent ? null : new PostalAddress(
            Country: Country(sent.Country, checks),
            City: checks.Text(sent.City, PersonFields.City),
            ZipCode: checks.Text(sent.ZipCode, PersonFields.ZipCode),
            State: checks.Text(sent.State, PersonFields.State),
            Street: checks.Text(sent.Street, PersonFields.Street),
            StreetNumber: checks.Text(sent.StreetNumber, PersonFields.StreetNumber),
            HouseNumber: checks.Text(sent.HouseNumber, PersonFields.HouseNumber),
            HouseExtension: checks.Text(sent.HouseExtension, PersonFields.HouseExtension));
    }

    private static string? Country(Field field, FieldChecks checks)
    {
        var code = checks.Text(field, PersonFields.Country)?.ToUpperInvariant();
        if (code is null || Countries.Has(code)) return code;
        checks.Fail(ReturnCode.AddressCountryUnknown);
        return null;
    }
}
