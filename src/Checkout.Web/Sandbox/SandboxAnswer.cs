using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Sandbox;

/// <summary>What the sandbox's own controls say when they do nothing.</summary>
internal static class SandboxAnswer
{
    public static JsonResult Refuse(string message, int status = StatusCodes.Status400BadRequest) => new(new Dictionary<string, string> { ["Message"] = message }) { StatusCode = status };

    public static JsonResult Denied(HttpResponse response)
    {
        response.Headers.WWWAuthenticate = "Basic";
        return Refuse("Authorization has been denied for this request.", StatusCodes.Status401Unauthorized);
    }
}
