using Checkout.Web.Dialects.Cardgate.Wire;
using Checkout.Web.Sandbox;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate.Controllers;

/// <summary>Makes invoices, and reads them back, one or many.</summary>
public sealed class InvoicesController(CardgateDoor door, InvoiceReader reader, CreateInvoice create, FindInvoice find, InvoiceAnswers answers) : ControllerBase
{
    [HttpPost("/payment-invoices")]
    [HttpPost("/api/payment-invoices")]
    public async Task<IActionResult> Create()
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;

        using var body = await RequestBody.ReadAsync(Request);
        if (body.IsTooLong) return Refused.For(Fault.TooLarge);
        using var document = RequestDocument.Read(body.Memory);
        return document is null ? Refused.For(Fault.Malformed) : await create.RunAsync(caller, reader.Read(document, caller), ScenarioChoice.NamedBy(Request));
    }

    [HttpGet("/payment-invoices/{id}")]
    [HttpGet("/api/payment-invoices/{id}")]
    public async Task<IActionResult> Read()
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;

        var payment = await find.RunAsync(caller, Request.RouteValues["id"] as string);
        return payment is null ? Refused.For(Fault.NotFound) : await answers.ReadAsync(payment, InvoiceQuery.WantsCustomer(Request.Query));
    }

    [HttpGet("/payment-invoices")]
    [HttpGet("/api/payment-invoices")]
    public async Task<IActionResult> List()
    {
        if (!door.TryEnter(Request, out var caller, out var refusal)) return refusal;

        var (query, faults) = InvoiceQuery.Read(Request.Query);
        return faults.Count > 0 ? Refused.For(faults) : await answers.ListAsync(caller, query);
    }
}
