using static Checkout.Web.Dialects.Cardgate.Fields.FieldRules;

namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>What <c>POST /payment-invoices</c> takes (§4).</summary>
public static class InvoiceAttributes
{
    public static readonly RequestField Type = new("type", OneOf("must be payment-invoices", "payment-invoices", "payment-invoice")) { IsRequired = true };

    public static readonly RequestField Reference = new("reference_id", FieldRules.Reference, "Your name for the invoice, one of its kind in your account; without it we make one.");
    public static readonly RequestField Amount = new(
        "amount", FieldRules.Amount, "Major units, 10.5 is ten and a half; greater than 0, with no more decimals than the currency has (zeros at the end do not count), and within the service's amount_min and amount_max. With flow verify it may be 0 or missing.") { MayBeRequired = true };
    public static readonly RequestField Currency = new("currency", FieldRules.Currency, "ISO 4217, one that your account takes (not_supported otherwise).") { IsRequired = true };
    public static readonly RequestField Service = new(
        "service", FieldRules.Service, "The way to pay, from the list of services: payment_card_eur_hpp. Its currency is the invoice's. Without it the invoice is created, and the shopper chooses first.");
    public static readonly RequestField Flow = new("flow", OneOf("must be charge or verify", "charge", "verify"), "Take the money, or only check the card and keep it.");
    public static readonly RequestField TestMode = new("test_mode", Flag, "Pay with test cards; a sandbox knows nothing else.");
    public static readonly RequestField Description = new("description", AnyText(255), "Shown to the shopper.");
    public static readonly RequestField Descriptor = new("descriptor", AnyText(255), "For the shopper's statement, and comes back, if your account may overwrite it; else it is passed over, and null comes back.");
    public static readonly RequestField Token = new("token", FieldRules.Token, "A kept card of this customer: the page asks for its security code only, and offers to use another card unless the account forbids it. One that is removed or expires before it has paid leaves the whole form.");
    public static readonly RequestField Metadata = new("metadata", Map, "Anything; comes back, and is never shown.") { AlsoCalled = "meta_data" };
    public static readonly RequestField CallbackUrl = new("callback_url", FieldRules.CallbackUrl, "Where the invoice is told of, instead of your account's address. It may stand beside attributes too.");
    public static readonly RequestField ReturnUrl = new("return_url", Url, "Where the shopper goes afterwards.");
    public static readonly RequestField Expires = new("expires", TimeToCome, "Unix seconds; without it as long as your account is set, an hour usually. A day at most.");

    public static readonly RequestField Success = new("success", Url);
    public static readonly RequestField Pending = new("pending", Url);
    public static readonly RequestField Fail = new("fail", Url);
    public static readonly RequestField ReturnUrls = RequestField.Map("return_urls", [Success, Pending, Fail], "Where the shopper goes afterwards, by what came of it; they win over return_url.");

    public static readonly RequestField Tokenize = new("tokenize", Flag, "Keep the card, and give a token for it once it has paid.");
    public static readonly RequestField Instant = new("instant", Flag, "A sale charges the token without the shopper; wants token, and an account that may.") { AlsoCalled = "recurrent" };
    public static readonly RequestField RestrictSavedCards = new("restrict_saved_cards", Flag, "Offer no kept cards on the page.");
    public static readonly RequestField RetryLimit = new("retry_limit", Tries, "How often the page may be tried; what the operator set stays above it.");
    public static readonly RequestField BypassStatusPage = new("bypass_status_page", Flag, "At the end straight back to the shop, without our result page.");
    public static readonly RequestField Cardgate = RequestField.Map(
        "cardgate", [Tokenize, Instant, RestrictSavedCards, RetryLimit, BypassStatusPage, PageAttributes.Theme, PageAttributes.ThemeOptions]);
    public static readonly RequestField GatewayOptions = RequestField.Map("gateway_options", [Cardgate], "How the card is asked for, or not.");

    public static readonly RequestField Attributes = RequestField.Map(
        "attributes",
        [
            Reference, Amount, Currency, Service, Flow, TestMode, Description, Descriptor, Token, CustomerAttributes.Customer, Metadata, CallbackUrl, ReturnUrl, ReturnUrls, Expires,
            PageAttributes.Locale, GatewayOptions,
        ]);

    public static readonly RequestField Data = RequestField.Map("data", [Type, CallbackUrl, Attributes with { IsRequired = true }], "An invoice as you ask for it.");
}

/// <summary>Who pays.</summary>
public static class CustomerAttributes
{
    private const int LongestName = 255;

    public static readonly RequestField Reference = new("reference_id", FieldRules.Reference, "Your name for the shopper; wanted with a token, and to get one.") { MayBeRequired = true };
    public static readonly RequestField Name = new("name", AnyText(LongestName));
    public static readonly RequestField FirstName = new("first_name", AnyText(LongestName));
    public static readonly RequestField Surname = new("surname", AnyText(LongestName));
    public static readonly RequestField Patronymic = new("patronymic", AnyText(LongestName));
    public static readonly RequestField Email = new("email", AnyText(LongestName));
    public static readonly RequestField Phone = new("phone", AnyText(LongestName), "Kept as sent.");
    public static readonly RequestField DateOfBirth = new("date_of_birth", Day, "1987-06-05.");
    public static readonly RequestField TaxId = new("individual_tax_id", TextOf(2, 100));
    public static readonly RequestField Description = new("description", AnyText(LongestName));
    public static readonly RequestField Metadata = new("metadata", Map, "Anything; comes back.") { AlsoCalled = "meta_data" };

    public static readonly RequestField FullAddress = new("full_address", AnyText(500));
    public static readonly RequestField Country = new("country", FieldRules.Country, "ISO 3166-1, two letters.");
    public static readonly RequestField Region = new("region", AnyText(LongestName));
    public static readonly RequestField City = new("city", AnyText(LongestName));
    public static readonly RequestField Street = new("street", AnyText(LongestName));
    public static readonly RequestField PostCode = new("post_code", AnyText(LongestName));
    public static readonly RequestField Address = RequestField.Map("address", [FullAddress, Country, Region, City, Street, PostCode]);

    public static readonly RequestField Customer = RequestField.Map(
        "customer", [Reference, Name, FirstName, Surname, Patronymic, Email, Phone, DateOfBirth, TaxId, Description, Address, Metadata], "Who pays.");
}
