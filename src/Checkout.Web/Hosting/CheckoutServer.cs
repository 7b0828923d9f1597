using Checkout.Web.Hosting.Settings;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Checkout.Web.Hosting;

/// <summary>Builds the house: settings first, then archive and vault, then the rooms, one line each.</summary>
public static class CheckoutServer
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <exception cref="StartRefusedException">A setting is wrong; all faults are told at once.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args)
    {
        var builder = NewBuilder(args);
        var settings = ReadSettings(builder.Configuration, builder.Environment);
        var foundation = await Foundation.LayAsync(settings);
        try
        {
            await foundation.Archive.ServeAsync(foundation.Clock.GetUtcNow());
            ListenOn(builder);
            builder.Services.KeepAddressesOutOfLogs().Configure<KeyManagementOptions>(ForgetfulKeyRing.Use);
            builder.Services.AddFoundation(foundation).AddCore(settings).AddConnectors(settings).AddMerchants().AddWorkers(settings).AddDialects().AddPages();
            if (settings.Sandbox.Enabled) builder.Services.AddSandbox();

            var app = builder.Build();
            await StartUp.PrepareAsync(app, settings);
            return app.UseHouse(settings);
        }
        catch
        {
            await foundation.DisposeAsync();
            throw;
        }
    }

    /// <summary>The settings as the server reads them, for commands too.</summary>
    public static CheckoutSettings ReadSettings(IConfiguration configuration, IHostEnvironment environment)
    {
        var reader = new SettingsReader(configuration, environment.IsDevelopment());
        var settings = reader.Read();
        return reader.Faults.Count == 0 ? settings : throw new StartRefusedException(reader.Faults);
    }

    public static WebApplicationBuilder NewBuilder(string[] args)
    {
        // A published program finds its assets beside itself, whatever directory it was started from.
        var isPublished = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(CheckoutServer).Assembly.GetName().Name,
            ContentRootPath = isPublished ? AppContext.BaseDirectory : null,
        });
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    private static void ListenOn(WebApplicationBuilder builder)
    {
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 10_000;

            // The dialects answer an oversized body in their own shape; this is the outer wall.
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 100;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }
}
