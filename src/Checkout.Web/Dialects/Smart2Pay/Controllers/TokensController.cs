using Checkout.Core.Merchants;
using Checkout.Core.SavedCards;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Smart2Pay.Controllers;

/// <summary>Reads and cancels tokens.</summary>
public sealed class TokensController(
    Smart2PayDoor door, RepeatedRequests repeated, FindSavedCard find, CancelSavedCard cancel, CardTokenAnswers answers) : ControllerBase
{
    private string? Token => Request.RouteValues["value"] as string;

    [HttpGet("/v1/card/token/{value}")]
    public async Task<IActionResult> Read() =>
        door.Enter(Request) is { } merchant ? answers.OfRead(await find.RunAsync(merchant.Id, Token)) : Message.Denied(Response);

    [HttpPost("/v1/card/token/{value}/cancel")]
    public async Task<IActionResult> Cancel()
    {
        if (door.Enter(Request) is not { } merchant) return Message.Denied(Response);

        return await repeated.RunAsync(RequestName.Of(Request, merchant), new RepeatableCall(
            Asked: null,
            Run: async _ => new CallOutcome(await CancelAsync(merchant)),
            Stands: async _ => await CancelAsync(merchant),
            Refuse: code => answers.RefuseAsync(merchant, code)));
    }

    private async Task<Answer> CancelAsync(Merchant merchant) => answers.OfCancel(await cancel.RunAsync(merchant.Id, Token));
}
