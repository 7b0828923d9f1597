using System.Text.Json.Nodes;
using Checkout.Tests.Server.Cardgate;

namespace Checkout.BrowserTests.Stories;

/// <summary>An invoice that a merchant opened in the Cardgate dialect.</summary>
/// <param name="Action">Where the shopper is sent.</param>
public sealed record OpenedInvoice(string Id, string Reference, string Action);

/// <summary>A story that begins with an invoice of the Cardgate dialect.</summary>
public abstract class CardgateStory(World world) : Story(world)
{
    protected const string Approved = CardgateShop.Approved;
    protected const string ThreeDSecure = CardgateShop.ThreeDSecure;

    private CardgateShop Merchant => new(Server);

    /// <summary>Opens an invoice with a way back for each outcome.</summary>
    protected async Task<OpenedInvoice> OpensInvoiceAsync(Action<JsonObject>? change = null)
    {
        string Back(string outcome) => Shop.ReturnUrl.Replace("?order=7", "?came=" + outcome, StringComparison.Ordinal);
        var attributes = CardgateShop.Invoice().And("return_urls", new JsonObject { ["success"] = Back("success"), ["pending"] = Back("pending"), ["fail"] = Back("fail") });
        change?.Invoke(attributes);
        var invoice = await Merchant.CreateAsync(attributes);
        return new OpenedInvoice(CardgateShop.Id(invoice), (string)attributes["reference_id"]!, (string)CardgateShop.Attributes(invoice)["flow_data"]!["action"]!);
    }

    /// <summary>Opens an invoice that names a card which is kept for a shopper.</summary>
    protected async Task<OpenedInvoice> OpensInvoiceForCardAsync(string shopper)
    {
        var token = await KeepsCardAsync(shopper);
        return await OpensInvoiceAsync(attributes => attributes.And("token", token).And("customer", new JsonObject { ["reference_id"] = shopper }));
    }

    /// <summary>Sends a whole card by API and has it kept for a shopper.</summary>
    /// <returns>The token.</returns>
    private Task<string> KeepsCardAsync(string shopper) => Merchant.TokenAsync(shopper);
}
