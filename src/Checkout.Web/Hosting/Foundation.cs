using Checkout.Core.Merchants;
using Checkout.Storage.Sqlite;
using Checkout.Vault;
using Checkout.Web.Hosting.Settings;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Hosting;

/// <summary>What must stand before anything else: the archive, the clock over it, and the vault. Each refuses to open rather than guess.</summary>
public sealed record Foundation(SqliteArchive Archive, VaultRoom Vault, SandboxClock? SandboxClock) : IAsyncDisposable
{
    public TimeProvider Clock => SandboxClock ?? TimeProvider.System;

    /// <exception cref="StartRefusedException">The data belongs to a sandbox and this is none, or the other way round.</exception>
    public static async Task<Foundation> LayAsync(CheckoutSettings settings)
    {
        var archive = Open(settings);
        try
        {
            var merchants = await archive.Merchants.AllAsync();
            CheckOwner(merchants, settings);
            var clock = settings.Sandbox.Enabled ? new SandboxClock(archive.Settings, settings.Sandbox.Clock) : null;

            // A store with merchants has sealed secrets: then missing keys are a loss and never a first start (VLT-6).
            return new Foundation(archive, VaultRoom.Open(archive.Settings, settings.Vault, settings.Sandbox.Enabled, merchants.Count > 0), clock);
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    /// <summary>The archive alone, for those who only read and open no secrets.</summary>
    public static SqliteArchive Open(CheckoutSettings settings) => new(settings.DataDirectory, TimeProvider.System);

    public ValueTask DisposeAsync() => Archive.DisposeAsync();

    // A sandbox gives away keys and moves its clock: it never touches a merchant in earnest, and nobody in earnest takes over its data.
    private static void CheckOwner(IReadOnlyList<MerchantEntry> merchants, CheckoutSettings settings)
    {
        if (merchants.All(e => e.Merchant.IsSandbox == settings.Sandbox.Enabled)) return;
        throw new StartRefusedException([settings.Sandbox.Enabled
            ? $"The data in {settings.DataDirectory} holds a merchant that is not of a sandbox. Choose another DataDirectory for the sandbox, or set Sandbox:Enabled=false."
            : $"The data in {settings.DataDirectory} belongs to a sandbox: it holds a sandbox merchant whose keys are public. Choose another DataDirectory."]);
    }
}
