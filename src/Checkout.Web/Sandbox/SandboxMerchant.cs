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
    public const string CardgateKey = "sandbox-api-key-0123456789abcdefghijklmnopq";
    public const string PublicTestKey = "pk_test_sandbox0123456789abcdefghijklmnopqrstuvwxyzA";
    public const string SecretTestKey = "sk_test_sandbox0123456789abcdefghijklmnopqrstuvwxyzA";
    public const string TokeniseKey = "tk_sandbox0123456789abcdefghijklmnopqrstuvwxyzABCD";
    private const string DemoNotices = "/demo/notices";

    /// <summary>An ordinary account: only the page asks for cards.</summary>
    public static readonly CardgateAccount Account = new("coma_SandboxCardgate1", H2H: false, Instant: true);

    /// <summary>An account whose server may send card numbers.</summary>
    public static readonly CardgateAccount H2HAccount = new("coma_SandboxCardgate2", H2H: true, Instant: true);

    private static readonly (MerchantKeyKind Kind, string Key)[] Keys =
    [
        (MerchantKeyKind.Api, ApiKey),
        (MerchantKeyKind.Tokenise, TokeniseKey),
        (MerchantKeyKind.Link, LinkSecret),
        (MerchantKeyKind.CardgateApi, CardgateKey),
        (MerchantKeyKind.PublicTest, PublicTestKey),
        (MerchantKeyKind.CallbackTest, SecretTestKey),
        (MerchantKeyKind.PublicLive, "pk_live_sandbox0123456789abcdefghijklmnopqrstuvwxyzA"),
        (MerchantKeyKind.CallbackLive, "sk_live_sandbox0123456789abcdefghijklmnopqrstuvwxyzA"),
    ];

    /// <summary>Makes the merchant at the first start, and what it lacks when an older server made it.</summary>
    public async Task MakeAsync()
    {
        var merchant = new Merchant { Id = Site, Name = "Demo shop", IsSandbox = true, Settings = new MerchantSettings { Cardgate = [Account, H2HAccount] } };
        if (!await store.AddAsync(merchant, [.. Keys.Select(k => secrets.Make(Site, k.Kind, k.Key))])) await CompleteAsync();
    }

    /// <summary>Points the notices at the demo shop of this server, unless somebody pointed them elsewhere.</summary>
    public async Task PointNoticesAsync()
    {
        var merchant = (await store.AllAsync()).Single(e => e.Merchant.Id == Site).Merchant;
        var wished = address.Base + DemoNotices;
        if (merchant.Settings.NotificationUrl is { } url && (url == wished || !url.EndsWith(DemoNotices, StringComparison.Ordinal))) return;
        await store.SetAsync(Site, merchant.Name, merchant.Settings with { NotificationUrl = wished });
    }

    private async Task CompleteAsync()
    {
        var (merchant, keys) = (await store.AllAsync()).Single(e => e.Merchant.Id == Site);
        foreach (var (kind, key) in Keys.Where(k => keys.All(had => had.Kind != k.Kind))) await store.AddKeyAsync(secrets.Make(Site, kind, key), keep: 1);

        CardgateAccount[] missing = [.. new[] { Account, H2HAccount }.Where(a => merchant.Settings.Cardgate.All(had => had.Id != a.Id))];
        if (missing.Length > 0) await store.SetAsync(Site, merchant.Name, merchant.Settings with { Cardgate = [.. merchant.Settings.Cardgate, .. missing] });
    }
}
