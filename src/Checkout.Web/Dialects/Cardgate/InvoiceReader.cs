using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Wire;
using Checkout.Web.Hosting;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Turns the body of <c>POST /payment-invoices</c> into what the merchant asks for: every field against its rule, all faults at once.</summary>
public sealed class InvoiceReader(InvoiceFields fields, SandboxSettings sandbox)
{
    private const int MostTries = 100;

    public AskedInvoice Read(RequestDocument request, CardgateCaller caller)
    {
        var checks = new FieldChecks();
        CheckKind(request.Data["type"], checks);
        var attributes = checks.Map(request.Attributes);
        var merchant = caller.Merchant;
        var reference = checks.Optional(attributes["reference_id"], InvoiceRules.IsReference, InvoiceRules.ReferenceWords);
        var currency = InvoiceFields.TakenCurrency(attributes["currency"], merchant, checks);
        var verifies = checks.Optional(attributes["flow"], static text => text is "charge" or "verify", "must be charge or verify") == "verify";
        var amount = InvoiceFields.AmountOf(attributes["amount"], currency, verifies, checks);
        var service = InvoiceFields.Service(attributes["service"], currency, checks);
        var isTest = checks.Flag(attributes["test_mode"]);
        var customer = CustomerReader.Read(attributes["customer"], checks);
        var asked = new AskedInvoice
        {
            Checks = checks,
            Reference = reference,
            Amount = amount,
            Service = service,
            Verifies = verifies,
            IsTest = isTest || sandbox.Enabled,
            Customer = customer?.Noted,
            Token = checks.Optional(attributes["token"], static text => FieldChecks.IsText(text, 255), "is not a token of this customer"),
            Options = Options(attributes["gateway_options"], checks),
            Descriptor = checks.Text(attributes["descriptor"], 255),
            Metadata = checks.Map(attributes["metadata"].Or(attributes["meta_data"])).Filled,
            ReturnUrl = InvoiceFields.Url(attributes["return_url"], merchant, checks),
            Lifetime = fields.LifetimeOf(attributes["expires"], merchant, checks),
            Details = new PaymentDetails
            {
                Description = checks.Text(attributes["description"], 255),
                Language = PageReader.Language(attributes, checks),
                Shopper = customer?.Shopper,
                Billing = customer?.Address,
                CallbackUrl = checks.Optional(
                    attributes["callback_url"].Or(request.Data["callback_url"]), text => InvoiceRules.IsCallback(text, merchant), InvoiceRules.UrlWords),
                ReturnUrls = InvoiceFields.Urls(attributes["return_urls"], merchant, checks),
            },
        };
        CheckTogether(asked, attributes, caller);
        return asked;
    }

    private static void CheckKind(Place type, FieldChecks checks) =>
        checks.Required(type, static text => text is "payment-invoices" or "payment-invoice", "must be payment-invoices");

    private static AskedOptions Options(Place gateway, FieldChecks checks)
    {
        var cardgate = checks.Map(checks.Map(gateway)["cardgate"]);
        return new AskedOptions
        {
            Tokenizes = checks.Flag(cardgate["tokenize"]),
            // The old name was withdrawn, and is still sent.
            IsInstant = checks.Flag(cardgate["instant"].Or(cardgate["recurrent"])),
            RestrictsSavedCards = checks.Flag(cardgate["restrict_saved_cards"]),
            MostTries = Tries(cardgate["retry_limit"], checks),
            SkipsResult = checks.FlagOrNone(cardgate["bypass_status_page"]),
            Page = PageReader.Read(cardgate, checks),
        };
    }

    /// <summary>How often the page may be tried; the operator's own limit stays above it.</summary>
    private static int? Tries(Place place, FieldChecks checks)
    {
        var text = checks.Optional(place, static text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= MostTries, "must be a number from 1 to 100");
        return text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>What only shows when the fields are seen together.</summary>
    private static void CheckTogether(AskedInvoice asked, Place attributes, CardgateCaller caller)
    {
        var checks = asked.Checks;
        var shopper = attributes["customer"]["reference_id"];
        if ((asked.Token is not null || asked.Options.Tokenizes) && asked.Shopper is null && !checks.HasFailed(shopper)) checks.Fail(Fault.Required(shopper));
        if (!asked.Options.IsInstant) return;

        if (attributes["token"] is { IsAbsent: true } token) checks.Fail(Fault.Required(token));
        if (!caller.Account.Instant) checks.Fail(Fault.NotSupported(attributes["gateway_options"]["cardgate"]["instant"], "is not switched on for this account"));
    }
}
