using Checkout.Storage.Sqlite;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Dialects.Smart2Pay;
using Checkout.Web.Docs;
using Checkout.Web.Hosting.Alerts;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Hosting.Settings;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Hosting;

/// <summary>The way a request takes through the house.</summary>
internal static class Pipeline
{
    public static WebApplication UseHouse(this WebApplication app, CheckoutSettings settings)
    {
        app.UseHostWall(settings);
        app.UseNoSniff();
        if (settings.Sandbox.Enabled) app.UseScenarioCheck();
        app.UseSmart2PayDialect();
        app.UseCardgateDialect();
        app.UseMiddleware<PageRescue>();
        app.MapStaticAssets();
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady ? Results.Text("ready") : Results.Text("not ready", statusCode: 503));
        app.MapGet("/metrics", (HttpContext http, SqliteArchive archive, AlertBoard alerts) =>
            app.Environment.IsDevelopment() || HostWall.IsOnThisMachine(http)
                ? Results.Text(Metrics.Text(archive, alerts), Metrics.ContentType) : Results.NotFound());
        app.MapGet("/", () => Results.Redirect(settings.Sandbox.Enabled ? "/demo" : "/health/live"));
        app.MapControllers();
        app.MapRazorPages().WithStaticAssets();
        app.MapCspReports();
        app.MapDocs();
        return app;
    }
}
