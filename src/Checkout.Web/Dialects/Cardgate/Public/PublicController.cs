using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>What pages in browsers call with the merchant's public key (§14). Browsers may read every answer; there are no cookies to send.</summary>
public sealed class PublicController(PublicDoor door, PublicAnswers answers) : ControllerBase
{
    private const string Services = "/public-api/payment-prerequest";
    private const string Invoices = "/public-api/payment-invoices";
    private const string Invoice = Invoices + "/{id}";

    [HttpOptions(Services)]
    [HttpOptions(Invoices)]
    [HttpOptions(Invoice)]
    public IActionResult Preflight()
    {
        PublicWelcome.Preflight(Response);
        return NoContent();
    }

    [HttpPost(Services)]
    public Task<IActionResult> Offer() => WithCallerAsync((caller, request) => Task.FromResult(PublicAnswers.Services(caller, request.Data[PublicAttributes.Currency])));

    [HttpPost(Invoices)]
    public Task<IActionResult> Create() => WithCallerAsync(answers.CreateAsync);

    [HttpGet(Invoice)]
    public async Task<IActionResult> Read() => await answers.ReadAsync(Request.RouteValues["id"] as string);

    private async Task<IActionResult> WithCallerAsync(Func<PublicCaller, RequestDocument, Task<Answer>> answer)
    {
        using var body = await RequestBody.ReadAsync(Request);
        if (body.IsTooLong) return Refused.For(Fault.TooLarge);
        using var request = RequestDocument.ReadFlat(body.Memory);
        if (request is null) return Refused.For(Fault.Malformed with { Detail = "The body is not a JSON object" });

        var (caller, fault) = door.Enter(request.Data[PublicAttributes.Key]);
        if (caller is null) return fault!.Kind == FaultKind.Unauthorized ? Refused.UnknownKey(Response, fault) : Refused.For(fault);
        return await answer(caller, request);
    }
}
