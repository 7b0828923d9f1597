using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Smart2Pay.Controllers;

/// <summary>Reads what was taken of a payment, also what was to be taken and was not.</summary>
public sealed class CapturesController(Smart2PayDoor door, ReadPayment read, IPaymentStore store) : ControllerBase
{
    [HttpGet("/v1/payments/{id:long}/captures")]
    public Task<IActionResult> List() => AnswerAsync(InvalidRequests.PaymentNotFound, static (payment, all) => CaptureWriter.Captures(payment, all));

    /// <summary>The documentation spells it both ways.</summary>
    [HttpGet("/v1/payments/{id:long}/captures/{capture:long}")]
    [HttpGet("/v1/payments/{id:long}/capture/{capture:long}")]
    public Task<IActionResult> Read()
    {
        var wanted = Request.Number("capture");
        return AnswerAsync(
            InvalidRequests.CaptureNotFound,
            (payment, all) => all.FirstOrDefault(c => CaptureWriter.IdOf(payment, c) == wanted) is { } found ? CaptureWriter.Capture(payment, found) : null);
    }

    private async Task<IActionResult> AnswerAsync(Answer missing, Func<Payment, IEnumerable<Capture>, byte[]?> say)
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);
        if (await read.RunAsync(merchant.Id, Request.Number("id")) is not { } payment) return missing;

        var captures = Capture.Of(payment, await store.AttemptsAsync(merchant.Id, payment.Number));
        return say(payment, captures) is { } body ? new Answer(200, body) : missing;
    }
}
