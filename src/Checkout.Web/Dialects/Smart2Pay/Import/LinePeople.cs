using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>Who bought, where they live, with which card, and what the merchant said about it.</summary>
internal static class LinePeople
{
    private static readonly (string Label, Brand Brand)[] Labels =
        [("VISA", Brand.Visa), ("MASTER", Brand.Mastercard), ("MC", Brand.Mastercard), ("AMEX", Brand.Amex), ("DINERS", Brand.Diners), ("MAESTRO", Brand.Maestro)];

    public static PaymentDetails Details(LineFields line) => new()
    {
        Description = line.Text("Description", LineFields.LongestDescription),
        StatementDescriptor = line.Text("StatementDescriptor"),
        OriginatorReference = line.Text("OriginatorTransactionID"),
        ClientIp = line.Text("ClientIP"),
        Shopper = line.Part("Customer") is { } customer ? Customer(customer) : null,
        Billing = line.Part("BillingAddress") is { } billing ? Address(billing) : null,
        Shipping = line.Part("ShippingAddress") is { } shipping ? Address(shipping) : null,
    };

    /// <summary>A card of which no more than the last four digits may stand in the line.</summary>
    public static CardFace? Card(LineFields line)
    {
        var digits = line.Text("Number")?.Where(char.IsAsciiDigit).ToArray() ?? [];
        var isWhole = digits.Length > 10;
        if (isWhole || digits.Length < 4) line.Fail("Number", isWhole ? "must be masked: an import takes no card numbers" : "must be a mask that ends with the last four digits");
        if (!Expiry.TryRead(line.Text("ExpirationMonth"), line.Text("ExpirationYear"), out var expiry)) line.Fail("ExpirationMonth", "and ExpirationYear must be a month and a year");
        if (isWhole || digits.Length < 4 || expiry is null) return null;
        var mask = line.Text("Number")!;
        var brand = Labels.FirstOrDefault(l => mask.StartsWith(l.Label, StringComparison.OrdinalIgnoreCase)).Brand;
        return new CardFace(brand, "", new string(digits[^4..]), expiry, line.Text("HolderName") ?? "", line.Text("IssuingBankCountry"));
    }

    private static ShopperDetails Customer(LineFields line) => new(
        Reference: line.Text("MerchantCustomerID"),
        Email: line.Text("Email"),
        FirstName: line.Text("FirstName"),
        LastName: line.Text("LastName"),
        Gender: line.Text("Gender"),
        DateOfBirth: line.Text("DateOfBirth"),
        SocialSecurityNumber: line.Text("SocialSecurityNumber"),
        Phone: line.Text("Phone"),
        Company: line.Text("Company"));

    private static PostalAddress Address(LineFields line) => new(
        Country: line.Text("Country"),
        City: line.Text("City"),
        ZipCode: line.Text("ZipCode"),
        State: line.Text("State"),
        Street: line.Text("Street"),
        StreetNumber: line.Text("StreetNumber"),
        HouseNumber: line.Text("HouseNumber"),
        HouseExtension: line.Text("HouseExtension"));
}
