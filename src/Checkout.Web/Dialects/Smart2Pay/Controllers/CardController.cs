using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Smart2Pay.Controllers;

/// <summary>Turns a card into a token without a payment; the only endpoint that browsers call.</summary>
public sealed class CardController(Smart2PayDoor door, RepeatedRequests repeated, CardChecks checks, Smart2PayReader reader) : ControllerBase
{
    [HttpOptions("/v1/card/authenticate")]
    public IActionResult Preflight()
    {
        Smart2PayDoor.Welcome(Response);
        return NoContent();
    }

    [HttpPost("/v1/card/authenticate")]
    public async Task<IActionResult> Authenticate()
    {
        if (door.EnterFromBrowser(Request) is not { } merchant) return Message.Denied(Response);

        using var asked = await ReadAsync();
        if (asked is null) return await checks.RefuseAsync(merchant, ReturnCode.InvalidData);

        return await repeated.RunAsync(RequestName.Of(Request, merchant), new RepeatableCall(
            asked,
            Run: key => checks.RunAsync(merchant, asked, key),
            Stands: payment => checks.StandsAsync(merchant, payment),
            Refuse: code => checks.RefuseAsync(merchant, code, asked)));
    }

    private async ValueTask<AskedCardCheck?> ReadAsync()
    {
        using var body = await RequestBody.ReadAsync(Request);
        return AskedCardCheck.Read(body.Bytes, reader.Today);
    }
}
