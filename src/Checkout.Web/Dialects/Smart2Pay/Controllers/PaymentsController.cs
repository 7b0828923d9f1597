using Checkout.Core.Merchants;
using Checkout.Web.Sandbox;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Smart2Pay.Controllers;

/// <summary>Takes payments: the busiest door of the house.</summary>
public sealed class PaymentsController(
    Smart2PayDoor door, Smart2PayReader reader, RepeatedRequests repeated, CreatePayment create, PaymentAnswers answers) : ControllerBase
{
    [HttpPost("/v1/payments")]
    public async Task<IActionResult> Create()
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);

        using var asked = await ReadAsync(merchant);
        if (asked is null) return await answers.InvalidAsync(merchant, [ReturnCode.InvalidData]);

        return await repeated.RunAsync(RequestName.Of(Request, merchant), new RepeatableCall(
            asked,
            Run: key => create.RunAsync(merchant, asked, reader.Today, key, ScenarioChoice.NamedBy(Request)),
            Stands: payment => create.StandsAsync(merchant, payment),
            Refuse: code => answers.InvalidAsync(merchant, [code], asked)));
    }

    private async ValueTask<AskedPayment?> ReadAsync(Merchant merchant)
    {
        using var body = await RequestBody.ReadAsync(Request);
        return reader.Payment(body.Bytes, merchant);
    }
}
