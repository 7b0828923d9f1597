using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Checkout.Web.Dialects.Smart2Pay.Controllers;

/// <summary>Reads payments back, one or many.</summary>
public sealed class PaymentReadsController(
    Smart2PayDoor door, ReadPayment read, IPaymentStore store, PaymentAnswers answers, IOptions<Smart2PayOptions> options) : ControllerBase
{
    [HttpGet("/v1/payments/{id:long}")]
    public Task<IActionResult> Read() => ReadAsync(answers.OfRead);

    /// <summary>The PHP client asks with one s too many.</summary>
    [HttpGet("/v1/payments/{id:long}/status")]
    [HttpGet("/v1/payments/{id:long}/statuss")]
    public Task<IActionResult> ReadStatus() => ReadAsync(static (payment, _) => PaymentAnswers.OfStatus(payment));

    [HttpGet("/v1/payments")]
    public async Task<IActionResult> List()
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);

        var (filter, faults) = ListQuery.Payments(Request.Query, merchant, options.Value);
        if (faults.Count > 0) return await answers.InvalidAsync(merchant, faults);
        return answers.OfList(await store.ListAsync(filter), merchant);
    }

    private async Task<IActionResult> ReadAsync(Func<Payment, Merchant, Answer> say)
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);

        var payment = await read.RunAsync(merchant.Id, Request.Number("id"));
        return payment is null ? InvalidRequests.PaymentNotFound : say(payment, merchant);
    }
}
