using Checkout.Core.SavedCards;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>Ends tokens (§8). One that is cancelled never charges again; saying so twice changes nothing.</summary>
public sealed class TokensController(CardgateDoor door, CancelSavedCard cancel) : ControllerBase
{
    [HttpDelete("/tokens/{token}")]
    [HttpDelete("/api/tokens/{token}")]
    public async Task<IActionResult> Delete()
    {
        if (door.Enter(Request) is not { } caller) return Refused.Unauthorized(Response);
        return await cancel.RunAsync(caller.Merchant.Id, Request.RouteValues["token"] as string) is null ? Refused.For(Fault.NotFound) : NoContent();
    }
}
