using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Providers;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Dialects.Smart2Pay.Import;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Hosting.Providers;
using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Commands;

/// <summary>What a command needs to work on the register: the same settings, archive and vault as the server's.</summary>
public sealed class MerchantOffice : IAsyncDisposable
{
    private readonly Foundation _foundation;

    private MerchantOffice(Foundation foundation, CheckoutSettings settings)
    {
        _foundation = foundation;
        Settings = settings;
        Secrets = new MerchantSecrets(foundation.Vault.Secrets, foundation.Clock);
    }

    public CheckoutSettings Settings { get; }

    public MerchantSecrets Secrets { get; }

    public IRandomSource Random { get; } = new CryptographicRandom();

    public IMerchantStore Store => _foundation.Archive.Merchants;

    public IPaymentStore Payments => _foundation.Archive.Payments;

    /// <summary>By what names merchants of the Cardgate dialect know payments.</summary>
    public CardgateIds Names
    {
        get
        {
            var mac = new RequestMac(_foundation.Vault.Requests);
            return new CardgateIds(mac, Random, new NumberNames(mac));
        }
    }

    public IRefusedRequestStore RefusedRequests => _foundation.Archive.RefusedRequests;

    public INoticeStore Notices => _foundation.Archive.Notices;

    public IProviderStore Providers => _foundation.Archive.Providers;

    public ProviderSecrets ProviderSecrets => new(_foundation.Vault.Secrets);

    public TimeProvider Clock => _foundation.Clock;

    public IImportStore Imports => _foundation.Archive.Imports;

    /// <exception cref="CommandRefusedException">There is no such merchant.</exception>
    public async Task<MerchantEntry> FoundAsync(int site) =>
        (await Store.AllAsync()).FirstOrDefault(e => e.Merchant.Id == site) ?? throw new CommandRefusedException($"There is no merchant with site {site}.");

    /// <summary>False: a server is at work over the same data.</summary>
    public bool TryKeepAlone() => _foundation.Archive.TryKeepAlone();

    /// <summary>Reads an import for the merchants there are now.</summary>
    public async Task<ImportReader> ReaderAsync() => new(
        new ImportRegister((await Store.AllAsync()).ToDictionary(e => e.Merchant.Id, e => e.Merchant), await Providers.AllAsync()),
        _foundation.Archive.Numbers, _foundation.Vault.Cards, Clock, Random);

    public static async Task<MerchantOffice> OpenAsync(string[] args)
    {
        var builder = CheckoutServer.NewBuilder(args);
        var settings = CheckoutServer.ReadSettings(builder.Configuration, builder.Environment);
        return new MerchantOffice(await Foundation.LayAsync(settings), settings);
    }

    public ValueTask DisposeAsync() => _foundation.DisposeAsync();
}
