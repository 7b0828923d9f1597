using Checkout.Core.Merchants;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Merchants;

namespace Checkout.Web.Sandbox;

/// <summary>The merchant every sandbox has, so that a newcomer can pay at once. Its keys are public: it never exists in Production.</summary>
public sealed class SandboxMerchant(IMerchantStore store, MerchantSecrets secrets, PublicAddress address)
{
    public const int Site = 1010;
    public const string ApiKey = "gabi";
    public const string LinkSecret = "sandbox-link-secret";
    private const string DemoNotices = "/demo/notices";

    /// <summary>Makes the merchant at the first start.</summary>
    public async Task MakeAsync()
    {
        var merchant = new Merchant { Id = Site, Name = "Demo shop", IsSandbox = true };
        await store.AddAsync(merchant, [secrets.Make(Site, MerchantKeyKind.Api, ApiKey), secrets.Make(Site, MerchantKeyKind.Link, LinkSecret)]);
    }

    /// <summary>Points the notices at the demo shop of this server, unless somebody pointed them elsewhere.</summary>
    public async Task PointNoticesAsync()
    {
        var merchant = (await store.AllAsync()).Single(e => e.Merchant.Id == Site).Merchant;
        var wished = address.Base + DemoNotices;
        if (merchant.Settings.NotificationUrl is { } url && (url == wished || !url.EndsWith(DemoNotices, StringComparison.Ordinal))) return;
        await store.SetAsync(Site, merchant.Name, merchant.Settings with { NotificationUrl = wished });
    }
}
