using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>The ways to pay that an account has.</summary>
public sealed class ServicesController(CardgateDoor door) : ControllerBase
{
    [HttpGet("/payment-services")]
    [HttpGet("/api/payment-services")]
    public IActionResult List() => door.TryEnter(Request, out var caller, out var refusal) ? ServiceAnswers.All(caller.Merchant) : refusal;

    [HttpGet("/payment-services/{code}")]
    [HttpGet("/api/payment-services/{code}")]
    public IActionResult Read() => door.TryEnter(Request, out var caller, out var refusal) ? ServiceAnswers.One(caller.Merchant, Request.RouteValues["code"] as string) : refusal;
}
