using System.Collections.Frozen;
using Checkout.Core.Merchants;
using Checkout.Web.Hosting.Workers;

namespace Checkout.Web.Hosting.Merchants;

/// <summary>All merchants, in memory. A command beside the running server changes the store; the register follows within a second.</summary>
public sealed class MerchantRegister(IMerchantStore store, ILogger<MerchantRegister> log) : BackgroundService, IMerchants
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private FrozenDictionary<int, MerchantEntry> _entries = FrozenDictionary<int, MerchantEntry>.Empty;
    private FrozenDictionary<string, CardgateEntry> _accounts = FrozenDictionary<string, CardgateEntry>.Empty;
    private FrozenDictionary<string, PublicEntry> _public = FrozenDictionary<string, PublicEntry>.Empty;
    private long _version = -1;

    public Merchant? Find(int merchant) => Entry(merchant)?.Merchant;

    public MerchantEntry? Entry(int merchant) => _entries.GetValueOrDefault(merchant);

    /// <summary>Who a Cardgate account belongs to.</summary>
    public CardgateEntry? Account(string id) => _accounts.GetValueOrDefault(id);

    /// <summary>Who a public key belongs to, and whether it is the one for tests.</summary>
    public PublicEntry? OfPublicKey(string key) => _public.GetValueOrDefault(Convert.ToHexString(BasicCredentials.HashOf(key)));

    /// <summary>Reads the register again when the store has a newer one.</summary>
    public async Task RefreshAsync()
    {
        var version = await store.VersionAsync();
        if (version == _version) return;
        var all = await store.AllAsync();
        _accounts = AccountsOf(all);
        _public = PublicKeysOf(all);
        _entries = all.ToFrozenDictionary(e => e.Merchant.Id);
        _version = version;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, nameof(MerchantRegister), log, RefreshAsync, stoppingToken);

    // Ids are made by chance and never set by hand. Were one there twice, the older merchant keeps it and nobody is locked out.
    private static FrozenDictionary<string, CardgateEntry> AccountsOf(IReadOnlyList<MerchantEntry> all)
    {
        var accounts = new Dictionary<string, CardgateEntry>(StringComparer.Ordinal);
        foreach (var entry in all)
        {
            foreach (var account in entry.Merchant.Settings.Cardgate) accounts.TryAdd(account.Id, new CardgateEntry(entry, account));
        }

        return accounts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Public keys are no secrets: they are found by their hash because nothing else of a key is kept.
    private static FrozenDictionary<string, PublicEntry> PublicKeysOf(IReadOnlyList<MerchantEntry> all)
    {
        var found = new Dictionary<string, PublicEntry>(StringComparer.Ordinal);
        foreach (var entry in all)
        {
            foreach (var key in entry.Keys.Where(k => k.Kind is MerchantKeyKind.PublicTest or MerchantKeyKind.PublicLive))
                found.TryAdd(Convert.ToHexString(key.Hash), new PublicEntry(entry.Merchant, key.Kind == MerchantKeyKind.PublicTest));
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
