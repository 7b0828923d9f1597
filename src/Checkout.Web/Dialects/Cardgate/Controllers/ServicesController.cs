using Checkout.Web.Dialects.Cardgate.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>The ways to pay that an account has.</summary>
public sealed class ServicesController(CardgateDoor door) : ControllerBase
{
    [HttpGet("/payment-services")]
    [HttpGet("/api/payment-services")]
    public IActionResult List()
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;

        var fields = new QueryFields(Request.Query);
        var currency = fields.Text(ListParameters.Currency);
        return fields.Faults is { Count: > 0 } faults ? Refused.For(faults) : ServiceAnswers.All(caller.Merchant, currency);
    }

    [HttpGet("/payment-services/{code}")]
    [HttpGet("/api/payment-services/{code}")]
    public IActionResult Read() => door.TryEnter(Request, out var caller, out var refusal) ? ServiceAnswers.One(caller.Merchant, Request.RouteValues["code"] as string) : refusal;
}
