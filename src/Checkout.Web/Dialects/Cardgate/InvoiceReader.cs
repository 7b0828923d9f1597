using System.Globalization;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;
using Checkout.Web.Hosting;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Turns the body of <c>POST /payment-invoices</c> into what the merchant asks for: every field against its rule, all faults at once.</summary>
public sealed class InvoiceReader(InvoiceFields fields, SandboxSettings sandbox)
{
    public AskedInvoice Read(RequestDocument request, CardgateCaller caller)
    {
        var checks = new FieldChecks();
        checks.Required(request.Data, InvoiceAttributes.Type);
        var attributes = checks.Map(request.Attributes);
        var merchant = caller.Merchant;
        var reference = checks.Optional(attributes, InvoiceAttributes.Reference);
        var currency = InvoiceFields.TakenCurrency(attributes[InvoiceAttributes.Currency], merchant, checks);
        var verifies = checks.Optional(attributes, InvoiceAttributes.Flow) == "verify";
        var amount = InvoiceFields.AmountOf(attributes[InvoiceAttributes.Amount], currency, merchant, verifies, checks);
        var service = InvoiceFields.Service(attributes[InvoiceAttributes.Service], currency, checks);
        var isTest = checks.Flag(attributes, InvoiceAttributes.TestMode);
        var customer = CustomerReader.Read(attributes[CustomerAttributes.Customer], checks);
        var descriptor = checks.Optional(attributes, InvoiceAttributes.Descriptor);
        var asked = new AskedInvoice
        {
            Checks = checks,
            Reference = reference,
            Amount = amount,
            Service = service,
            Verifies = verifies,
            IsTest = isTest || sandbox.Enabled,
            Customer = customer?.Noted,
            Token = checks.Optional(attributes, InvoiceAttributes.Token),
            Options = Options(attributes[InvoiceAttributes.GatewayOptions], checks),
            Metadata = checks.Kept(attributes, InvoiceAttributes.Metadata),
            ReturnUrl = InvoiceFields.Url(attributes[InvoiceAttributes.ReturnUrl], merchant, checks),
            Lifetime = fields.LifetimeOf(attributes[InvoiceAttributes.Expires], merchant, checks),
            Details = new PaymentDetails
            {
                Description = checks.Optional(attributes, InvoiceAttributes.Description),
                StatementDescriptor = merchant.Settings.OverwritesDescriptor ? descriptor : null,
                Language = PageReader.Language(attributes, checks),
                Shopper = customer?.Shopper,
                Billing = customer?.Address,
                CallbackUrl = checks.Optional(
                    attributes[InvoiceAttributes.CallbackUrl].Or(request.Data[InvoiceAttributes.CallbackUrl]), text => InvoiceRules.IsCallback(text, merchant), FieldRules.CallbackUrl.Words),
                ReturnUrls = InvoiceFields.Urls(attributes[InvoiceAttributes.ReturnUrls], merchant, checks),
            },
        };
        CheckTogether(asked, attributes, caller);
        return asked;
    }

    private static AskedOptions Options(Place gateway, FieldChecks checks)
    {
        var cardgate = checks.Map(checks.Map(gateway)[InvoiceAttributes.Cardgate]);
        return new AskedOptions
        {
            Tokenizes = checks.Flag(cardgate, InvoiceAttributes.Tokenize),
            // The old name was withdrawn, and is still sent.
            IsInstant = checks.Flag(cardgate, InvoiceAttributes.Instant),
            RestrictsSavedCards = checks.Flag(cardgate, InvoiceAttributes.RestrictSavedCards),
            MostTries = checks.Optional(cardgate, InvoiceAttributes.RetryLimit) is { } tries ? int.Parse(tries, CultureInfo.InvariantCulture) : null,
            SkipsResult = checks.FlagOrNone(cardgate, InvoiceAttributes.BypassStatusPage),
            Page = PageReader.Read(cardgate, checks),
        };
    }

    /// <summary>What only shows when the fields are seen together.</summary>
    private static void CheckTogether(AskedInvoice asked, Place attributes, CardgateCaller caller)
    {
        var checks = asked.Checks;
        var shopper = attributes[CustomerAttributes.Customer][CustomerAttributes.Reference];
        if ((asked.Token is not null || asked.Options.Tokenizes) && asked.Shopper is null && !checks.HasFailed(shopper)) checks.Fail(Fault.Required(shopper));
        if (!asked.Options.IsInstant) return;

        if (attributes[InvoiceAttributes.Token] is { IsAbsent: true } token) checks.Fail(Fault.Required(token));
        if (!caller.Account.Instant) checks.Fail(Fault.NotSupported(attributes[InvoiceAttributes.GatewayOptions][InvoiceAttributes.Cardgate][InvoiceAttributes.Instant.Name], "is not switched on for this account"));
    }
}
