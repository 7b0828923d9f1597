using Checkout.Web.Dialects.Cardgate.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>Gives money back, and reads refunds.</summary>
public sealed class RefundsController(CardgateDoor door, FindInvoice find, InvoiceViews views, Refunding refunding, RefundAnswers answers) : ControllerBase
{
    private string? Id => Request.RouteValues["id"] as string;

    [HttpPost("/payment-invoices/{id}/refund")]
    [HttpPost("/api/payment-invoices/{id}/refund")]
    public async Task<IActionResult> Create()
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;
        if (await find.RunAsync(caller, Id) is not { } payment) return Refused.For(Fault.NotFound);
        var invoice = await views.OfAsync(payment);

        using var body = await RequestBody.ReadAsync(Request);
        if (body.IsTooLong) return Refused.For(Fault.TooLarge);
        using var document = RequestDocument.Read(body.Memory);
        return document is null ? Refused.For(Fault.Malformed) : await refunding.RunAsync(invoice, AskedRefund.Read(document, invoice, caller.Merchant.Settings.OldRefunds));
    }

    [HttpGet("/refunds/{id}")]
    [HttpGet("/api/refunds/{id}")]
    public async Task<IActionResult> Read()
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;
        return await find.RefundAsync(caller, Id) is var (payment, refund) ? answers.Of(refund, await views.OfAsync(payment)) : Refused.For(Fault.NotFound);
    }
}
