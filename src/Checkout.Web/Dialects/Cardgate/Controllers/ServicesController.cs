using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>The ways to pay that an account has.</summary>
public sealed class ServicesController(CardgateDoor door) : ControllerBase
{
    [HttpGet("/payment-services")]
    [HttpGet("/api/payment-services")]
    public IActionResult List() => door.Enter(Request) is { } caller ? ServiceAnswers.All(caller.Merchant) : Refused.Unauthorized(Response);

    [HttpGet("/payment-services/{code}")]
    [HttpGet("/api/payment-services/{code}")]
    public IActionResult Read() => door.Enter(Request) is { } caller ? ServiceAnswers.One(caller.Merchant, Request.RouteValues["code"] as string) : Refused.Unauthorized(Response);
}
