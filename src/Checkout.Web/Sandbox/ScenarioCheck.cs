using Checkout.Connectors.Simulator;
using Checkout.Web.Dialects;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Web.Sandbox;

/// <summary>Refuses a request that names a scenario there is not: a misspelt one would play nothing, and a merchant's test would pass for no reason.</summary>
internal static class ScenarioCheck
{
    private static readonly string Words = $"{ScenarioChoice.Header} names no scenario. Known are: {string.Join(", ", Scenarios.All.Select(s => s.Name))}.";

    public static void UseScenarioCheck(this WebApplication app) => app.Use(static (context, next) =>
    {
        var named = context.Request.Headers[ScenarioChoice.Header];
        return named.Count == 0 || (named.Count == 1 && Scenarios.Find(named[0]) is not null) ? next(context) : RefuseAsync(context);
    });

    private static async Task RefuseAsync(HttpContext context)
    {
        if (CardgateDoorway.IsOurs(context.Request.Path))
        {
            await Refused.For(new Fault(FaultKind.Invalid, Words)).SendAsync(context);
            return;
        }

        var body = JsonBody.Of(Words, static (json, words) =>
        {
            json.WriteStartObject();
            json.WriteString("Message"u8, words);
            json.WriteEndObject();
        });
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
