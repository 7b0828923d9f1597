using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Fields;
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
        var currency = InvoiceFields.TakenCurrency(asked[PublicAttributes.Currency], merchant, checks);
        var customer = CustomerReader.Read(asked[PublicAttributes.Customer], checks);
        checks.Map(asked[PublicAttributes.ServiceFields]);
        // Passed over, a wish to check a card only would take the money.
        checks.Optional(asked, PublicAttributes.Flow);
        return new AskedInvoice
        {
            Checks = checks,
            Amount = InvoiceFields.AmountOf(asked[PublicAttributes.Amount], currency, merchant, verifies: false, checks),
            Reference = checks.Optional(asked, PublicAttributes.Reference),
            Service = InvoiceFields.Service(asked[PublicAttributes.Service], currency, checks),
            IsTest = caller.IsTest,
            Customer = customer?.Noted,
            Metadata = checks.Kept(asked, PublicAttributes.Metadata),
            ReturnUrl = checks.Optional(asked[PublicAttributes.ReturnUrl], text => LeadsHome(text, merchant), BackWords),
            Lifetime = fields.LifetimeOf(asked[PublicAttributes.Expires], merchant, checks),
            Details = new PaymentDetails
            {
                Description = checks.Optional(asked, PublicAttributes.Description),
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
