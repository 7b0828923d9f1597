namespace Checkout.Core.Providers;

/// <summary>Provider accounts. Commands write them, also beside a running server; the version of the merchants' register moves with each change.</summary>
public interface IProviderStore
{
    ValueTask<IReadOnlyList<ProviderAccount>> AllAsync();

    /// <summary>Adds an account under the merchant's next number, which it returns with it; the number that was given does not count.</summary>
    /// <returns>Null when there is no such merchant.</returns>
    ValueTask<ProviderAccount?> AddAsync(ProviderAccount account);

    /// <summary>Takes it out of use, or back into it.</summary>
    /// <returns>False when there is no such account.</returns>
    ValueTask<bool> RetireAsync(int merchant, int number, bool isRetired);
}
