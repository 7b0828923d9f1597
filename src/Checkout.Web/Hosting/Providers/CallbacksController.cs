using Checkout.Core.Payments;
using Checkout.Core.Providers;
using Checkout.Core.Upstream;
using Checkout.Web.Hosting.Alerts;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Hosting.Providers;

/// <summary>
/// Where providers tell us of changes by themselves. The proof is checked, then the provider is asked: nothing that stands in the message
/// settles anything, so a forged, repeated or late one comes to nothing (PAY-16).
/// </summary>
public sealed class CallbacksController(ProviderRoutes routes, HearCallback hear, AlertBoard alerts, ILogger<CallbacksController> log) : ControllerBase
{
    private const int LongestBody = 256 * 1024;

    public static string UrlOf(string publicBase, ProviderAccount account) => FormattableString.Invariant($"{publicBase}/upstream/{account.Merchant}/{account.Name}");

    [HttpPost("/upstream/{merchant:int}/{connector}")]
    public async Task<IActionResult> HearAsync(int merchant, string connector)
    {
        if (routes.Find(merchant, connector) is not IHearsCallbacks hearing) return NotFound();
        if (await BodyAsync() is not { } body) return StatusCode(StatusCodes.Status413PayloadTooLarge);

        var reading = hearing.Read(new CallbackMessage(Header("Authorization"), Header("X-Signature"), body));
        return reading switch
        {
            CallbackReading.About about => await AskAsync(merchant, connector, about, hearing.ReceivedStatus),
            CallbackReading.Besides => StatusCode(hearing.ReceivedStatus),
            CallbackReading.Unreadable => BadRequest(),
            _ => Refuse(merchant, connector),
        };
    }

    private async Task<IActionResult> AskAsync(int merchant, string connector, CallbackReading.About about, int received)
    {
        switch (await hear.RunAsync(merchant, connector, about.Reference, about.Amount))
        {
            case HeardCallback.NotConfirmed:
                Log.CallbackUnconfirmed(log, merchant, connector);
                return StatusCode(StatusCodes.Status503ServiceUnavailable);
            case HeardCallback.UnknownReference:
                Log.CallbackUnknown(log, merchant, connector);
                break;
            case HeardCallback.Quarantined:
                alerts.CountContradicting();
                Log.CallbackQuarantined(log, merchant, connector);
                break;
            case HeardCallback.Confirmed:
                break;
        }

        // Also what we cannot use has arrived: sending it again would change nothing.
        return StatusCode(received);
    }

    private UnauthorizedResult Refuse(int merchant, string connector)
    {
        alerts.CountForged();
        Log.CallbackForged(log, merchant, connector);
        return Unauthorized();
    }

    private string? Header(string name) => Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    private async Task<byte[]?> BodyAsync()
    {
        if (Request.ContentLength > LongestBody) return null;
        var buffer = new byte[LongestBody + 1];
        var length = await Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, HttpContext.RequestAborted);
        return length > LongestBody ? null : buffer[..length];
    }
}
