using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>
/// Reads what a page or a link asks for with a public key (§13.2, §14): every fault at once. Anybody can send it, so a callback address, a
/// token and wishes about saved cards are not read, and the shopper's name with the merchant is a remark and binds nothing.
/// </summary>
public sealed class PublicOrderReader(InvoiceFields fields)
{
    private const string BackWords = "must be an https address on one of the hosts that the shop has registered";

    public AskedInvoice Read(RequestDocument request, PublicCaller caller)
    {
        var checks = new FieldChecks();
        var (asked, merchant) = (request.Data, caller.Merchant);
        var currency = InvoiceFields.TakenCurrency(asked["currency"], merchant, checks);
        var customer = CustomerReader.Read(asked["customer"], checks);
        checks.Map(asked["service_fields"].Or(asked["fields"]));
        return new AskedInvoice
        {
            Checks = checks,
            Amount = InvoiceFields.AmountOf(asked["amount"], currency, verifies: false, checks),
            Reference = checks.Optional(asked["reference_id"], InvoiceRules.IsReference, InvoiceRules.ReferenceWords),
            Service = InvoiceFields.Service(asked["service"], currency, checks),
            IsTest = caller.IsTest,
            Customer = customer?.Noted,
            Metadata = checks.Map(asked["metadata"].Or(asked["meta_data"])).Filled,
            ReturnUrl = checks.Optional(asked["return_url"], text => LeadsHome(text, merchant), BackWords),
            Lifetime = fields.LifetimeOf(asked["expires"], merchant, checks),
            Details = new PaymentDetails
            {
                Description = checks.Text(asked["description"], 255),
                Shopper = customer?.Shopper,
                Billing = customer?.Address,
                HidesSavedCards = true,
            },
        };
    }

    /// <summary>A link that anybody can make must not lead from our page to anywhere (WEB-11).</summary>
    private static bool LeadsHome(string text, Merchant merchant) =>
        ReturnUrl.TryRead(text, merchant, out var url) && (merchant.IsSandbox || !url.IsWeb || merchant.Settings.ReturnHosts.Count > 0);
}
