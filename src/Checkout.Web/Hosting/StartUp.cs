using Checkout.Core.Merchants;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Sandbox;
using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Hosting;

/// <summary>What happens once between building the house and opening its door.</summary>
internal static class StartUp
{
    public static async Task PrepareAsync(WebApplication app, CheckoutSettings settings)
    {
        // Whoever builds the container owns what it was asked for: from here on it closes the archive when the server ends.
        _ = app.Services.GetRequiredService<Foundation>();
        var store = app.Services.GetRequiredService<IMerchantStore>();
        if (settings.Sandbox.Enabled) await app.Services.GetRequiredService<SandboxMerchant>().MakeAsync();
        else if ((await store.AllAsync()).Any(e => e.Merchant.IsSandbox))
            throw new StartRefusedException([$"The data in {settings.DataDirectory} belongs to a sandbox: it holds a sandbox merchant whose keys are public. Choose another DataDirectory."]);

        var register = app.Services.GetRequiredService<MerchantRegister>();
        await register.RefreshAsync();
        app.Lifetime.ApplicationStarted.Register(() => _ = AnnounceAsync(app, settings, register));
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
