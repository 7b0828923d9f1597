using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Smart2Pay.Controllers;

/// <summary>Gives money back, and reads refunds.</summary>
public sealed class RefundsController(Smart2PayDoor door, RepeatedRequests repeated, Refunding refunding) : ControllerBase
{
    [HttpPost("/v1/payments/{id:long}/refunds")]
    public async Task<IActionResult> Create()
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);

        var payment = Request.Number("id");
        var asked = await ReadAsync();
        if (asked is null) return await refunding.RefuseAsync(merchant, payment, [ReturnCode.InvalidData]);

        return await repeated.RunAsync(RequestName.Of(Request, merchant), new RepeatableCall(
            asked,
            Run: key => refunding.RunAsync(merchant, payment, asked, key),
            Stands: _ => refunding.StandsAsync(merchant, asked),
            Refuse: code => refunding.RefuseAsync(merchant, payment, [code], asked)));
    }

    [HttpGet("/v1/payments/{id:long}/refunds")]
    public async Task<IActionResult> List() =>
        door.Enter(Request) is { } merchant ? await refunding.ListAsync(merchant, Request.Number("id")) : Message.Denied(Response);

    [HttpGet("/v1/payments/{id:long}/refunds/{refund:long}")]
    public async Task<IActionResult> Read() =>
        door.Enter(Request) is { } merchant ? await refunding.ReadAsync(merchant, Request.Number("id"), Request.Number("refund"), RefundWriter.Refund) : Message.Denied(Response);

    [HttpGet("/v1/payments/{id:long}/refunds/{refund:long}/status")]
    public async Task<IActionResult> ReadStatus() =>
        door.Enter(Request) is { } merchant ? await refunding.ReadAsync(merchant, Request.Number("id"), Request.Number("refund"), RefundWriter.Status) : Message.Denied(Response);

    /// <summary>The PHP client does not say the payment.</summary>
    [HttpGet("/v1/refunds/{refund:long}/status")]
    public async Task<IActionResult> ReadStatusAlone() =>
        door.Enter(Request) is { } merchant ? await refunding.ReadAsync(merchant, null, Request.Number("refund"), RefundWriter.Status) : Message.Denied(Response);

    [HttpGet("/v1/payments/{id:long}/refunds/types")]
    public async Task<IActionResult> Types() =>
        door.Enter(Request) is { } merchant ? await refunding.TypesAsync(merchant, Request.Number("id")) : Message.Denied(Response);

    [HttpGet("/v1/refunds/types/{method:int}/{country}/{currency}")]
    public async Task<IActionResult> TypesOf(string country, string currency) =>
        door.Enter(Request) is { } merchant ? await refunding.TypesAsync(merchant, country, currency) : Message.Denied(Response);

    private async ValueTask<AskedRefund?> ReadAsync()
    {
        using var body = await RequestBody.ReadAsync(Request);
        return AskedRefund.Read(body.Bytes);
    }
}
