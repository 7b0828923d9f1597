using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Connectors.Simulator;
using Checkout.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Sandbox;

/// <summary>The simulator's own account of a payment, as JSON.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LedgerController(SandboxSettings sandbox, SandboxDoor door, SimulatorLedger ledger) : ControllerBase
{
    /// <param name="site">The merchant's own number, or none; nobody reads another's account.</param>
    /// <param name="reference">The merchant's own reference of the payment.</param>
    [HttpGet("/sandbox/ledger")]
    public async Task<IActionResult> ReadAsync([FromQuery] int? site, [FromQuery] string? reference)
    {
        if (!sandbox.Enabled) return NotFound();

        // A merchant's key has no business in a browser.
        if (Request.Headers.Origin.Count > 0) return StatusCode(StatusCodes.Status403Forbidden);
        // A site that is no number is nobody's.
        if (door.Enter(Request) is not { } merchant || !ModelState.IsValid || (site is { } named && merchant.Id != named))
        {
            Response.Headers.WWWAuthenticate = "Basic realm=\"Checkout sandbox\"";
            return Unauthorized();
        }

        var lines = string.IsNullOrEmpty(reference) ? [] : await ledger.ReadAsync(merchant.Id, reference);
        return Content(JsonSerializer.Serialize(lines, LedgerJson.Default.IReadOnlyListLedgerLine), "application/json; charset=utf-8");
    }
}

[JsonSerializable(typeof(IReadOnlyList<LedgerLine>))]
internal sealed partial class LedgerJson : JsonSerializerContext;
