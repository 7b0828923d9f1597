using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Hosting.Providers;
using Checkout.Web.Hosting.Settings;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Hosting;

/// <summary>What happens once between building the house and opening its door.</summary>
internal static class StartUp
{
    public static async Task PrepareAsync(WebApplication app, CheckoutSettings settings)
    {
        // Whoever builds the container owns what it was asked for: from here on it closes the archive when the server ends.
        _ = app.Services.GetRequiredService<Foundation>();
        if (settings.Sandbox.Enabled) await app.Services.GetRequiredService<SandboxMerchant>().MakeAsync();
        var register = app.Services.GetRequiredService<MerchantRegister>();
        await register.RefreshAsync();
        await app.Services.GetRequiredService<ProviderRegister>().RefreshAsync();
        app.Lifetime.ApplicationStarted.Register(() => _ = OpenAsync(app, settings, register));
    }

    /// <summary>Nobody waits for this task, so it has to see to its own trouble: a server that cannot open ends instead of staying shut.</summary>
    private static async Task OpenAsync(WebApplication app, CheckoutSettings settings, MerchantRegister register)
    {
        try
        {
            await AnnounceAsync(app, settings, register);
        }
#pragma warning disable CA1031 // The top of a room: whatever it is, it is told and ends the server.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Log.NotOpened(app.Logger, trouble);
            app.Services.GetRequiredService<Readiness>().Fail();
        }
    }

    private static async Task AnnounceAsync(WebApplication app, CheckoutSettings settings, MerchantRegister register)
    {
        if (settings.Sandbox.Enabled)
        {
            await app.Services.GetRequiredService<SandboxMerchant>().PointNoticesAsync();
            await register.RefreshAsync();
        }

        app.Services.GetRequiredService<Readiness>().Open();
        await Console.Out.WriteLineAsync(Banner.Text(app.Services.GetRequiredService<PublicAddress>().Base, settings));
    }
}
