using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Turns the body of <c>POST /v1/payments</c> into what the merchant asks for: every field against its pattern, all faults at once.</summary>
public sealed class Smart2PayReader(TimeProvider clock)
{
    /// <summary>How long the page's link lives when the caller does not say.</summary>
    public const long LinkMinutes = 10;

    /// <summary>A longer wish is cut to a day (WEB-7).</summary>
    public const long LongestLinkMinutes = 24 * 60;

    /// <summary>The day by which cards expire.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Null when the body is no JSON of this resource.</summary>
    public AskedPayment? Payment(ReadOnlySpan<byte> body, Merchant merchant)
    {
        var root = WireJson.Read(body, WireJson.Default.PaymentEnvelope);
        return root?.Payment.Value is { } wire ? Read(wire, merchant, Today) : null;
    }

    /// <summary>The order for Core, of a request without faults.</summary>
    public static PaymentOrder Order(AskedPayment asked, Merchant merchant, bool isTest)
    {
        var minutes = asked.Details.LinkLifetimeMinutes is > 0 and var wanted ? Math.Min(wanted, LongestLinkMinutes) : LinkMinutes;
        return new PaymentOrder
        {
            Merchant = merchant,
            Dialect = Dialect.Smart2Pay,
            IsTest = isTest,
            Reference = asked.Reference!,
            Amount = new Amount(asked.AmountMinor!.Value, asked.Currency!),
            CaptureNow = asked.Capture ?? merchant.Settings.Capture,
            ThreeDSecure = asked.ThreeDSecure ?? merchant.Settings.ThreeDSecure,
            KeepCard = asked.KeepCard,
            Shopper = asked.Details.Shopper?.Reference,
            ReturnUrl = asked.ReturnUrl,
            LinkLifetime = TimeSpan.FromMinutes(minutes),
            Details = asked.Details,
        };
    }

    private static AskedPayment Read(PaymentWire wire, Merchant merchant, DateOnly today)
    {
        var checks = new FieldChecks();
        var reference = checks.Text(wire.MerchantTransactionID, PaymentFields.Reference);
        var amount = checks.Number(wire.Amount, PaymentFields.Amount);
        var code = checks.Text(wire.Currency, PaymentFields.Currency)?.ToUpperInvariant();
        var currency = TakenCurrency(code, merchant, checks);
        // The amount's own code is all this dialect has for one beyond the merchant's limits.
        if (amount is { } minor && currency is not null && !merchant.Takes(new Amount(minor, currency))) checks.Fail(PaymentFields.Amount.Fault);
        var url = Address(wire.ReturnURL, merchant, checks);
        var token = CardReader.Token(wire.CreditCardToken, checks);
        var retry = checks.Flag(wire.Retry, PaymentFields.Retry);
        var asked = new AskedPayment(wire)
        {
            Checks = checks,
            Reference = reference,
            AmountMinor = amount,
            CurrencyCode = code,
            Currency = currency,
            ReturnUrl = url,
            Capture = checks.Flag(wire.Capture, PaymentFields.Capture),
            Retry = retry,
            ThreeDSecure = checks.Flag(wire.ThreeDSecure, PaymentFields.ThreeDSecure),
            KeepCard = checks.Flag(wire.GenerateCreditCardToken, PaymentFields.KeepCard) ?? false,
            Details = Details(wire, retry, token, checks),
            Card = CardReader.Card(wire.Card, today, checks),
            Token = token,
        };
        CheckTogether(asked, merchant);
        return asked;
    }

    private static PaymentDetails Details(PaymentWire wire, bool? retry, AskedToken? token, FieldChecks checks)
    {
        checks.Number(wire.MethodID, PaymentFields.MethodId);
        checks.Flag(wire.Moto, PaymentFields.Moto);
        return new PaymentDetails
        {
            OriginatorReference = checks.Text(wire.OriginatorTransactionID, PaymentFields.Originator),
            Description = checks.Text(wire.Description, PaymentFields.Description),
            StatementDescriptor = checks.Text(wire.StatementDescriptor, PaymentFields.StatementDescriptor),
            Language = checks.Text(wire.Language, PaymentFields.Language),
            SkinId = checks.Number(wire.SkinID, PaymentFields.SkinId),
            ClientIp = checks.Text(wire.ClientIP, PaymentFields.ClientIp),
            Shopper = PersonReader.Shopper(wire.Customer, checks),
            Billing = PersonReader.Address(wire.BillingAddress, checks),
            Shipping = PersonReader.Address(wire.ShippingAddress, checks),
            LinkLifetimeMinutes = checks.Number(wire.PaymentTokenLifetime, PaymentFields.LinkLifetime),
            Installments = (int?)checks.Number(wire.Installments, PaymentFields.Installments),
            Retry = retry ?? false,
            BySavedCard = token is not null,
            ByMerchantAlone = token is { IsByMerchantAlone: true },
        };
    }

    private static Currency? TakenCurrency(string? code, Merchant merchant, FieldChecks checks)
    {
        if (code is null) return null;
        if (Currency.TryFind(code, out var currency) && merchant.Takes(currency)) return currency;
        checks.Fail(ReturnCode.PaymentCurrency);
        return null;
    }

    private static string? Address(Field field, Merchant merchant, FieldChecks checks)
    {
        if (field.IsEmpty) return null;
        if (field is { IsWrong: false, IsFlag: false } && PlainScheme(field.Text!) is var url && ReturnUrl.TryRead(url, merchant, out _)) return url;
        checks.Fail(PaymentFields.ReturnUrl.Fault);
        return null;
    }

    /// <summary>What only shows when the fields are seen together.</summary>
    private static void CheckTogether(AskedPayment asked, Merchant merchant)
    {
        var checks = asked.Checks;
        if (asked.Wire.Card.IsSent && asked.Wire.CreditCardToken.IsSent) checks.Fail(ReturnCode.CardAndToken);

        var isDirect = asked.Card is { AsksCode: false } || asked.Token is { AsksCode: false };
        var mayRedirect = !isDirect || (asked.ThreeDSecure ?? merchant.Settings.ThreeDSecure);
        if (mayRedirect && asked.ReturnUrl is null) checks.FailOnce(ReturnCode.PaymentReturnUrl);

        if (asked.Card is not null && asked.Currency is { } currency && LatinAmerica.Uses(currency)) CheckLatam(asked, checks);
    }

    /// <summary>A first card payment on the LATAM route names the shopper and the country. The page asks for them itself, tokens have them.</summary>
    private static void CheckLatam(AskedPayment asked, FieldChecks checks)
    {
        if (asked.Details.Billing is not { } billing) checks.FailOnce(ReturnCode.AddressMissing);
        else if (billing.Country is null && !checks.Faults.Contains(ReturnCode.AddressCountryUnknown)) checks.FailOnce(ReturnCode.AddressCountry);

        if (asked.Details.Shopper is not { } shopper)
        {
            checks.FailOnce(ReturnCode.CustomerMissing);
            return;
        }

        if (shopper.Email is null) checks.FailOnce(ReturnCode.CustomerEmail);
        if (shopper.SocialSecurityNumber is null) checks.FailOnce(ReturnCode.CustomerSocialSecurityNumber);
    }

    /// <summary>
    /// Some clients send <c>http%3A%2F%2F…</c>. With the rest plain only the scheme is decoded, so that escapes in the rest keep their meaning.
    /// </summary>
    private static string PlainScheme(string url)
    {
        var encoded = url.IndexOf("%3A%2F%2F", StringComparison.OrdinalIgnoreCase);
        if (encoded is not (4 or 5) || !url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return url;
        var rest = url[(encoded + 9)..];
        return url[..encoded] + "://" + (rest.AsSpan().ContainsAny('/', '?', '#') ? rest : Uri.UnescapeDataString(rest));
    }
}
