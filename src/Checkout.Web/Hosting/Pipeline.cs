using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Hosting;

/// <summary>The way a request takes through the house.</summary>
internal static class Pipeline
{
    public static WebApplication UseHouse(this WebApplication app, CheckoutSettings settings)
    {
        app.MapStaticAssets();
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady ? Results.Text("ready") : Results.Text("not ready", statusCode: 503));
        app.MapGet("/", () => Results.Redirect(settings.Sandbox.Enabled ? "/demo" : "/health/live"));
        app.MapControllers();
        app.MapRazorPages();
        return app;
    }
}
