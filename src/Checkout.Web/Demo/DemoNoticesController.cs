using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Demo;

/// <summary>Where the shop's server hears of its payments: checks the proof, keeps the body, acknowledges with 204.</summary>
public sealed class DemoNoticesController(IServiceProvider services) : ControllerBase
{
    private const int LongestBody = 64 * 1024;

    [HttpPost("/demo/notices")]
    public async Task<IActionResult> HearAsync()
    {
        if (services.GetService<DemoShop>() is not { } shop) return NotFound();
        if (!DemoClient.IsFromCheckout(Request)) return Unauthorized();
        if (Request.ContentLength is not (> 0 and <= LongestBody)) return BadRequest();
        try
        {
            if (await JsonNode.ParseAsync(Request.Body) is not { } body) return BadRequest();
            if (body["Payment"]?["MerchantTransactionID"]?.GetValue<string>() is { } reference) shop.Find(reference)?.Hear(DemoHttp.Pretty(body));
            return NoContent();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return BadRequest();
        }
    }
}
