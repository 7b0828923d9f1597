using Checkout.Connectors.Simulator;
using Checkout.Web.Dialects;

namespace Checkout.Web.Sandbox;

/// <summary>Refuses a request that names a scenario there is not: a misspelt one would play nothing, and a merchant's test would pass for no reason.</summary>
internal static class ScenarioCheck
{
    public static void UseScenarioCheck(this WebApplication app) => app.Use(static (context, next) =>
    {
        var named = context.Request.Headers[ScenarioChoice.Header];
        return named.Count == 0 || (named.Count == 1 && Scenarios.Find(named[0]) is not null) ? next(context) : RefuseAsync(context.Response);
    });

    private static async Task RefuseAsync(HttpResponse response)
    {
        var body = JsonBody.Of(Scenarios.All, static (json, all) =>
        {
            json.WriteStartObject();
            json.WriteString("Message"u8, $"{ScenarioChoice.Header} names no scenario. Known are: {string.Join(", ", all.Select(s => s.Name))}.");
            json.WriteEndObject();
        });
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }
}
