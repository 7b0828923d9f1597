using Checkout.Storage.Sqlite;
using Checkout.Vault;
using Checkout.Web.Sandbox;
using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Hosting;

/// <summary>What must stand before anything else: the archive, the clock over it, and the vault. Each refuses to open rather than guess.</summary>
public sealed record Foundation(SqliteArchive Archive, VaultRoom Vault, SandboxClock? SandboxClock) : IAsyncDisposable
{
    public TimeProvider Clock => SandboxClock ?? TimeProvider.System;

    public static async Task<Foundation> LayAsync(CheckoutSettings settings)
    {
        var archive = new SqliteArchive(settings.DataDirectory, TimeProvider.System);
        try
        {
            var clock = settings.Sandbox.Enabled ? new SandboxClock(archive.Settings, settings.Sandbox.Clock) : null;
            
            // A store with merchants has sealed secrets: then missing keys are a loss and never a first start (VLT-6).
            var isInUse = (await archive.Merchants.AllAsync()).Count > 0;
            return new Foundation(archive, VaultRoom.Open(archive.Settings, settings.Vault, settings.Sandbox.Enabled, isInUse), clock);
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Archive.DisposeAsync();
}
