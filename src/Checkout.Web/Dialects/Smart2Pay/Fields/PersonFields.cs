namespace Checkout.Web.Dialects.Smart2Pay.Fields;

/// <summary>Who pays and where they live.</summary>
public static class PersonFields
{
    public static readonly RequestField Reference = new("MerchantCustomerID", FieldRules.Reference, ReturnCode.CustomerReference, "Your name for the shopper. Cards it keeps are offered to it again.");
    public static readonly RequestField Email = new("Email", FieldRules.Email, ReturnCode.CustomerEmail);
    public static readonly RequestField FirstName = new("FirstName", FieldRules.AnyText(100), ReturnCode.CustomerFirstName);
    public static readonly RequestField LastName = new("LastName", FieldRules.AnyText(100), ReturnCode.CustomerLastName);
    public static readonly RequestField Gender = new("Gender", FieldRules.Gender, ReturnCode.CustomerGender, "1 male, 2 female, 0 not said.");
    public static readonly RequestField DateOfBirth = new("DateOfBirth", FieldRules.DateOfBirth, ReturnCode.ValidationFailed, "yyyyMMdd.");
    public static readonly RequestField SocialSecurityNumber = new("SocialSecurityNumber", FieldRules.AnyText(50), ReturnCode.CustomerSocialSecurityNumber);
    public static readonly RequestField Phone = new("Phone", FieldRules.AnyText(50), ReturnCode.CustomerPhone);
    public static readonly RequestField Company = new("Company", FieldRules.AnyText(255), ReturnCode.CustomerCompany);

    public static readonly RequestField Country = new("Country", FieldRules.Country, ReturnCode.AddressCountry, "ISO 3166-1, two letters; one that does not exist earns 1409.");
    public static readonly RequestField City = new("City", FieldRules.AnyText(255), ReturnCode.AddressCity);
    public static readonly RequestField ZipCode = new("ZipCode", FieldRules.AnyText(255), ReturnCode.AddressZipCode);
    public static readonly RequestField State = new("State", FieldRules.AnyText(255), ReturnCode.AddressState);
    public static readonly RequestField Street = new("Street", FieldRules.AnyText(255), ReturnCode.AddressStreet);
    public static readonly RequestField StreetNumber = new("StreetNumber", FieldRules.AnyText(255), ReturnCode.AddressStreetNumber);
    public static readonly RequestField HouseNumber = new("HouseNumber", FieldRules.AnyText(255), ReturnCode.AddressHouseNumber);
    public static readonly RequestField HouseExtension = new("HouseExtension", FieldRules.AnyText(255), ReturnCode.AddressHouseExtension);

    public static readonly RequestField Customer = RequestField.Object(
        "Customer", [Reference, Email, FirstName, LastName, Gender, DateOfBirth, SocialSecurityNumber, Phone, Company], ReturnCode.CustomerMissing, "Who pays.");

    private static readonly RequestField[] Address = [Country, City, ZipCode, State, Street, StreetNumber, HouseNumber, HouseExtension];

    public static readonly RequestField Billing = RequestField.Object("BillingAddress", Address, ReturnCode.AddressMissing, "Where the shopper lives.");

    public static readonly RequestField Shipping = RequestField.Object("ShippingAddress", Address, ReturnCode.AddressMissing, "Where the goods go.");
}
