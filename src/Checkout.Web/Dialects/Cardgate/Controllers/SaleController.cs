using Checkout.Core.Merchants;
using Checkout.Web.Dialects.Cardgate.Wire;
using Checkout.Web.Sandbox;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>Charges an invoice from the merchant's server. Who holds the session's word may do that, and nothing else.</summary>
public sealed class SaleController(SessionTokens sessions, FindInvoice find, IMerchants merchants, InvoiceViews views, TakeSale take) : ControllerBase
{
    [HttpPost("/payment/sale")]
    [HttpPost("/api/payment/sale")]
    public async Task<IActionResult> Sell()
    {
        if (!sessions.TryOpen(Request.Headers.Authorization, out var session)) return Refused.DeadBearer(Response);
        if (await find.OfSessionAsync(session) is not { } payment || merchants.Find(payment.Merchant) is not { } merchant) return Refused.DeadBearer(Response);
        if (!merchant.Settings.Active) return Refused.For(Fault.Disabled);
        var invoice = await views.OfAsync(payment);

        using var body = await RequestBody.ReadAsync(Request);
        if (body.IsTooLong) return Refused.For(Fault.TooLarge);
        using var document = RequestDocument.Read(body.Memory);
        if (document is null) return Refused.For(Fault.Malformed);

        using var asked = AskedSale.Read(document);
        return await take.RunAsync(invoice, merchant, asked, ScenarioChoice.NamedBy(Request));
    }
}
