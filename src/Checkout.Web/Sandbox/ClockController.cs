using System.Text.Json;
using Checkout.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Sandbox;

/// <summary><c>POST /sandbox/clock</c> with <c>{"Now":"…"}</c> or <c>{"AdvanceSeconds":n}</c>: moves the sandbox's clock forward.</summary>
public sealed class ClockController(Foundation foundation, SandboxDoor door) : ControllerBase
{
    private const int LongestBody = 1024;

    [HttpPost("/sandbox/clock")]
    public async Task<IActionResult> MoveAsync()
    {
        if (foundation.SandboxClock is not { } clock) return NotFound();
        if (door.Enter(Request) is not { IsSandbox: true }) return SandboxAnswer.Denied(Response);

        var wished = await WishedAsync(clock.GetUtcNow());
        if (wished is null) return SandboxAnswer.Refuse("Send {\"Now\":\"2018-05-02T08:00:00Z\"} or {\"AdvanceSeconds\":60}.");
        if (!clock.MoveTo(wished.Value)) return SandboxAnswer.Refuse("The clock only moves forward, and not beyond the year 2099.");
        return new JsonResult(new Dictionary<string, DateTimeOffset> { ["Now"] = clock.GetUtcNow() });
    }

    private async Task<DateTimeOffset?> WishedAsync(DateTimeOffset now)
    {
        if (Request.ContentLength is not (> 0 and <= LongestBody)) return null;
        try
        {
            using var body = await JsonDocument.ParseAsync(Request.Body);
            if (body.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (body.RootElement.TryGetProperty("Now", out var instant) && instant.TryGetDateTimeOffset(out var wished)) return wished.ToUniversalTime();
            return body.RootElement.TryGetProperty("AdvanceSeconds", out var seconds) && seconds.TryGetInt64(out var count) && count is > 0 and < 3_200_000_000
                ? now.AddSeconds(count) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
