using Checkout.Core.Payments;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>The merchant's word on an invoice that is held for review (§5, §7.2). Nothing is read of a body.</summary>
public sealed class ModerationController(CardgateDoor door, FindInvoice find, Moderating moderating) : ControllerBase
{
    [HttpPost("/payment-invoices/{id}/accept")]
    [HttpPost("/api/payment-invoices/{id}/accept")]
    public Task<IActionResult> Accept() => SayAsync(moderating.AcceptAsync);

    [HttpPost("/payment-invoices/{id}/reject")]
    [HttpPost("/api/payment-invoices/{id}/reject")]
    public Task<IActionResult> Reject() => SayAsync(moderating.RejectAsync);

    private async Task<IActionResult> SayAsync(Func<Payment, Task<Answer>> word)
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;
        return await find.RunAsync(caller, Request.RouteValues["id"] as string) is { } payment ? await word(payment) : Refused.For(Fault.NotFound);
    }
}
