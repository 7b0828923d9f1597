using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Web.Dialects.Cardgate;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Demo;

/// <summary>
/// Where the shop's server hears Cardgate callbacks: checks the signature on the bytes as they came, keeps what it heard with the verdict, and
/// acknowledges with 200. A shop that sold something would drop what is not signed; this one shows it.
/// </summary>
public sealed class DemoCallbacksController(IServiceProvider services) : ControllerBase
{
    private const int LongestBody = 64 * 1024;

    [HttpPost(DemoCardgate.Callbacks)]
    public async Task<IActionResult> HearAsync()
    {
        if (services.GetService<DemoShop>() is not { } shop) return NotFound();
        if (Request.ContentLength is not (> 0 and <= LongestBody)) return BadRequest();
        var body = new byte[Request.ContentLength.Value];
        await Request.Body.ReadExactlyAsync(body);

        var isSigned = DemoCardgate.IsSigned(body, Request.Headers[CallbackSignature.Header]);
        return Keep(shop, body, isSigned) ? StatusCode(isSigned ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized) : BadRequest();
    }

    private static bool Keep(DemoShop shop, byte[] body, bool isSigned)
    {
        try
        {
            if (JsonNode.Parse(body) is not { } read) return false;
            var invoice = read["data"]?["attributes"];
            shop.Find(invoice?["reference_id"]?.GetValue<string>())?.Hear(new DemoCallback(DemoHttp.Pretty(read), invoice?["status"]?.ToString() ?? "", isSigned));
            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
