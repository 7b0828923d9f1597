using static Checkout.Web.Dialects.Cardgate.Fields.FieldRules;

namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>What pages and links send with a public key (§13.2, §14): without <c>data</c> around it. Nobody vouches for it, so it is less than a server may say.</summary>
public static class PublicAttributes
{
    public static readonly RequestField Key = new("public_key", AnyText(255), "Of your account; whether it is the one for tests says test_mode.") { IsRequired = true, Fault = FaultKind.Unauthorized };
    public static readonly RequestField Reference = InvoiceAttributes.Reference;
    public static readonly RequestField Amount = new("amount", FieldRules.Amount, "Major units, greater than 0, with no more decimals than the currency has (zeros at the end do not count), and within the service's amount_min and amount_max.") { IsRequired = true };
    public static readonly RequestField Currency = InvoiceAttributes.Currency;
    public static readonly RequestField Service = InvoiceAttributes.Service;
    public static readonly RequestField Flow = new("flow", ChargeOnly, "Your server alone may ask for a check of a card: verify is refused, any other text passed over.");
    public static readonly RequestField ServiceFields = new("service_fields", Map, "Taken and passed over.") { AlsoCalled = "fields" };
    public static readonly RequestField Description = InvoiceAttributes.Description;
    public static readonly RequestField Metadata = InvoiceAttributes.Metadata;
    public static readonly RequestField ReturnUrl = new("return_url", Url, "Where the shopper goes afterwards; on a host that you have registered.");
    public static readonly RequestField Expires = InvoiceAttributes.Expires;
    public static readonly RequestField Customer = CustomerAttributes.Customer with
    {
        About = "Who pays, as it says of itself: a remark, which opens no kept card.",
        Inside = [.. CustomerAttributes.Customer.Inside.Select(static field => field with { MayBeRequired = false })],
    };

    private static FieldRule ChargeOnly => new(FieldKind.Text, "must not be verify: only a server asks for a check of a card") { Fits = static flow => !flow.AsSpan().Trim().Equals("verify", StringComparison.OrdinalIgnoreCase), Pattern = @"^(?!\s*[vV][eE][rR][iI][fF][yY]\s*$)" };

    public static readonly IReadOnlyList<RequestField> OfOffer = [Key, Currency];

    public static readonly IReadOnlyList<RequestField> OfInvoice = [Key, Reference, Amount, Currency, Service, Description, Metadata, ReturnUrl, Expires, Customer, Flow, ServiceFields];
}
