using Checkout.Core.Merchants;
using Checkout.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Smart2Pay.Controllers;

/// <summary>Captures, cancels and words on challenged payments. These requests come without a body.</summary>
public sealed class PaymentActionsController(Smart2PayDoor door, RepeatedRequests repeated, PaymentActions actions, ReviewActions reviews) : ControllerBase
{
    [HttpPost("/v1/payments/{id:long}/capture")]
    public Task<IActionResult> Capture() =>
        RunAsync((merchant, payment, key) => actions.CaptureAsync(merchant, payment, Request.Query.TryGetValue("amount", out var amount) ? amount.ToString() : null, key), actions.StandsAsync);

    [HttpPost("/v1/payments/{id:long}/cancel")]
    public Task<IActionResult> Cancel() => RunAsync(actions.CancelAsync, actions.StandsAsync);

    [HttpPost("/v1/payments/{id:long}/challenge/accept")]
    public Task<IActionResult> Accept() => RunAsync(reviews.AcceptAsync, reviews.AcceptedAsync);

    [HttpPost("/v1/payments/{id:long}/challenge/reject")]
    public Task<IActionResult> Reject() => RunAsync(reviews.RejectAsync, reviews.RejectedAsync);

    private async Task<IActionResult> RunAsync(Func<Merchant, long, RequestKey?, Task<CallOutcome>> action, Func<Merchant, long, Task<Answer?>> stands)
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);

        var payment = Request.Number("id");
        return await repeated.RunAsync(RequestName.Of(Request, merchant), new RepeatableCall(
            Asked: null,
            Run: key => action(merchant, payment, key),
            Stands: number => stands(merchant, number),
            Refuse: code => actions.RefuseAsync(merchant, payment, code)));
    }
}
