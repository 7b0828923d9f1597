using Checkout.Web.Sandbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Checkout.Web.Dialects.Smart2Pay.Controllers;

/// <summary>Pays out to cards, and reads payouts.</summary>
public sealed class PayoutsController(Smart2PayDoor door, RepeatedRequests repeated, PayingOut payingOut, IOptions<Smart2PayOptions> options) : ControllerBase
{
    [HttpPost("/v1/payouts")]
    public async Task<IActionResult> Create()
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);

        using var body = await RequestBody.ReadAsync(Request);
        using var asked = AskedPayout.Read(body.Bytes, merchant);
        if (asked is null) return await payingOut.RefuseAsync(merchant, [ReturnCode.InvalidData]);

        return await repeated.RunAsync(RequestName.Of(Request, merchant), new RepeatableCall(
            asked,
            Run: key => payingOut.RunAsync(merchant, asked, key, ScenarioChoice.NamedBy(Request)),
            Stands: payout => payingOut.StandsAsync(merchant, payout),
            Refuse: code => payingOut.RefuseAsync(merchant, [code], asked))
        {
            IsBeingSent = payout => payingOut.IsBeingSentAsync(merchant, payout),
        });
    }

    [HttpGet("/v1/payouts")]
    public async Task<IActionResult> List()
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);

        var (filter, faults) = ListQuery.Payouts(Request.Query, merchant, options.Value);
        return faults.Count > 0 ? await payingOut.RefuseAsync(merchant, faults) : await payingOut.ListAsync(filter);
    }

    [HttpGet("/v1/payouts/{id:long}")]
    public Task<IActionResult> Read() => ReadAsync(statusOnly: false);

    [HttpGet("/v1/payouts/{id:long}/status")]
    public Task<IActionResult> ReadStatus() => ReadAsync(statusOnly: true);

    private async Task<IActionResult> ReadAsync(bool statusOnly) =>
        door.Enter(Request) is { } merchant ? await payingOut.ReadAsync(merchant, Request.Number("id"), statusOnly) : Message.Denied(Response);
}
