namespace Checkout.Core.Merchants;

/// <summary>The register of merchants. Commands write it, also beside a running server; the server reads it again when its version moved.</summary>
public interface IMerchantStore
{
    /// <summary>A number that grows with every change to any merchant.</summary>
    ValueTask<long> VersionAsync();

    ValueTask<IReadOnlyList<MerchantEntry>> AllAsync();

    /// <returns>False when a merchant with this id exists already.</returns>
    ValueTask<bool> AddAsync(Merchant merchant, IReadOnlyList<MerchantKey> keys);

    /// <returns>False when the merchant does not exist.</returns>
    ValueTask<bool> SetAsync(int merchant, string name, MerchantSettings settings);

    /// <summary>Adds a key and keeps at most <paramref name="keep"/> of its kind, newest first.</summary>
    ValueTask AddKeyAsync(MerchantKey key, int keep);
}
