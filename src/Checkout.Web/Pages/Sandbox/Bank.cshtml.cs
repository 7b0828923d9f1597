using Checkout.Connectors.Simulator;
using Checkout.Core.Upstream;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Pages.Pay.Form;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Sandbox;

/// <summary>The simulator's bank page. A GET, and a POST without a decision, only show it.</summary>
[IgnoreAntiforgeryToken]
[LeavesSite]
public sealed class BankModel(SimulatedBank bank) : PageModel
{
    /// <summary>Each has a form of its own: what the shopper takes along differs by what was pressed.</summary>
    public static readonly IReadOnlyList<(BankDecision Decision, string Id, string Text)> Buttons =
        [(BankDecision.Approve, "approve", "Approve"), (BankDecision.Refuse, "refuse", "Refuse"), (BankDecision.Cancel, "cancel", "Cancel")];

    public BankVisit Visit { get; private set; } = null!;

    private string Reference => (string)Request.RouteValues["reference"]!;

    public async Task<IActionResult> OnGetAsync() => Show(await bank.ReadAsync(Reference));

    public async Task<IActionResult> OnPostAsync()
    {
        using var form = await PostedForm.ReadAsync(Request);
        var brought = form is null ? BroughtBack.TooMuch : new BroughtBack(form.Texts);
        // What was asked about another challenge opens nothing here.
        if (await bank.ReadAsync(Reference) is not { } visit || !visit.Knows(brought)) return NotFound();
        if (Read(form?.Text("decision")) is not { } decision) return Show(visit);
        var answer = await bank.DecideAsync(Reference, decision);
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

    private static BankDecision? Read(string? pressed) => Buttons.Where(b => b.Id == pressed).Select(b => (BankDecision?)b.Decision).FirstOrDefault();
}
