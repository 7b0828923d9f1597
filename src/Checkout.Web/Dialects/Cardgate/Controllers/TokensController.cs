using Checkout.Core.SavedCards;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>Gives tokens that were made for nobody to a shopper, and ends tokens (§8). A cancelled one never charges again; saying so twice changes nothing.</summary>
public sealed class TokensController(CardgateDoor door, CancelSavedCard cancel, BindSavedCard bind, TokenAnswers answers) : ControllerBase
{
    private string? Token => Request.RouteValues["token"] as string;

    [HttpPost("/tokens/{token}/bind")]
    [HttpPost("/api/tokens/{token}/bind")]
    public async Task<IActionResult> Bind()
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;

        using var body = await RequestBody.ReadAsync(Request);
        if (body.IsTooLong) return Refused.For(Fault.TooLarge);
        using var document = RequestDocument.Read(body.Memory);
        if (document is null) return Refused.For(Fault.Malformed);
        var checks = new FieldChecks();
        checks.Optional(document.Data, BindAttributes.Type);
        var customer = checks.Map(checks.Map(document.Data[BindAttributes.Attributes])[BindAttributes.Customer]);
        var shopper = checks.Required(customer, BindAttributes.Reference);
        return shopper is null || checks.Faults.Count > 0 ? Refused.For(checks.Faults) : answers.Of(await bind.RunAsync(caller.Merchant.Id, Token, shopper));
    }

    [HttpDelete("/tokens/{token}")]
    [HttpDelete("/api/tokens/{token}")]
    public async Task<IActionResult> Delete()
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;
        return await cancel.RunAsync(caller.Merchant.Id, Token) is null ? Refused.For(Fault.NotFound) : NoContent();
    }
}
