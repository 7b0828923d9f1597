using Checkout.Connectors.Simulator;
using Checkout.Web.Hosting.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Sandbox;

/// <summary>The simulator's bank page. A GET, and a POST without a decision, only show it.</summary>
[IgnoreAntiforgeryToken]
[LeavesSite]
public sealed class BankModel(SimulatedBank bank) : PageModel
{
    public BankVisit Visit { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string reference) => Show(await bank.ReadAsync(reference));

    public async Task<IActionResult> OnPostAsync([FromRoute] string reference, [FromForm(Name = "decision")] string? pressed)
    {
        if (Read(pressed) is not { } decision) return await OnGetAsync(reference);
        var answer = await bank.DecideAsync(reference, decision);
        return answer is { Counts: true } ? SendBack(answer.Visit) : Show(answer?.Visit);
    }

    private IActionResult Show(BankVisit? visit)
    {
        if (visit is null) return NotFound();
        Visit = visit;
        if (visit.IsDown) Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    // 307 makes the browser post the same form to the return address, as banks do that answer by POST.
    private IActionResult SendBack(BankVisit visit)
    {
        if (visit.Post) return RedirectPreserveMethod(visit.ReturnUrl);
        Response.Headers.Location = visit.ReturnUrl;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private static BankDecision? Read(string? pressed) => pressed switch
    {
        "approve" => BankDecision.Approve,
        "refuse" => BankDecision.Refuse,
        "cancel" => BankDecision.Cancel,
        _ => null,
    };
}
