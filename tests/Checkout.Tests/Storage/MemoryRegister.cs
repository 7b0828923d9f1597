using Checkout.Core.Merchants;
using Checkout.Core.Providers;

namespace Checkout.Tests.Storage;

/// <summary>Merchants and their provider accounts in memory, under one version.</summary>
internal sealed class MemoryRegister : IMerchantStore, IProviderStore, IAsyncDisposable
{
    private readonly SortedDictionary<int, MerchantEntry> _merchants = [];
    private readonly List<ProviderAccount> _accounts = [];
    private long _version = 1;

    public ValueTask<long> VersionAsync() => new(_version);

    ValueTask<IReadOnlyList<MerchantEntry>> IMerchantStore.AllAsync() => new([.. _merchants.Values]);

    public ValueTask<bool> AddAsync(Merchant merchant, IReadOnlyList<MerchantKey> keys)
    {
        if (!_merchants.TryAdd(merchant.Id, new MerchantEntry(merchant, NewestFirst(keys)))) return new(false);
        _version++;
        return new(true);
    }

    public ValueTask<bool> SetAsync(int merchant, string name, MerchantSettings settings)
    {
        if (!_merchants.TryGetValue(merchant, out var entry)) return new(false);
        _merchants[merchant] = entry with { Merchant = entry.Merchant with { Name = name, Settings = settings, Version = entry.Merchant.Version + 1 } };
        _version++;
        return new(true);
    }

    public ValueTask AddKeyAsync(MerchantKey key, int keep)
    {
        var entry = _merchants[key.Merchant];
        var kept = NewestFirst([.. entry.Keys.Reverse(), key]).Where(k => k.Kind == key.Kind).Take(keep);
        _merchants[key.Merchant] = new MerchantEntry(
            entry.Merchant with { Version = entry.Merchant.Version + 1 }, [.. kept, .. entry.Keys.Where(k => k.Kind != key.Kind)]);
        _version++;
        return ValueTask.CompletedTask;
    }

    ValueTask<IReadOnlyList<ProviderAccount>> IProviderStore.AllAsync() => new([.. _accounts.OrderBy(a => a.Merchant).ThenBy(a => a.Order).ThenBy(a => a.Number)]);

    public ValueTask<ProviderAccount?> AddAsync(ProviderAccount account)
    {
        if (!_merchants.ContainsKey(account.Merchant)) return new((ProviderAccount?)null);
        var numbered = account with { Number = _accounts.Count(a => a.Merchant == account.Merchant) + 1 };
        _accounts.Add(numbered);
        _version++;
        return new(numbered);
    }

    public ValueTask<bool> RetireAsync(int merchant, int number, bool isRetired)
    {
        var place = _accounts.FindIndex(a => a.Merchant == merchant && a.Number == number);
        if (place < 0) return new(false);
        _accounts[place] = _accounts[place] with { IsRetired = isRetired };
        _version++;
        return new(true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static MerchantKey[] NewestFirst(IReadOnlyList<MerchantKey> keys) => [.. keys.Reverse().OrderByDescending(k => k.Created)];
}
