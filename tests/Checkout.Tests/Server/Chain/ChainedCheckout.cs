using System.Globalization;
using Checkout.Connectors.Simulator;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Providers;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Hosting.Providers;
using Checkout.Web.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Chain;

/// <summary>
/// Two Checkouts in a row: the first takes the merchant's payments and calls the second as its provider, over a line that can have troubles.
/// The second charges with its simulator.
/// </summary>
public sealed class ChainedCheckout : IAsyncDisposable
{
    private ChainedCheckout(RunningCheckout first, RunningCheckout second, Line line, ProviderMode mode) => (First, Second, Line, Mode) = (first, second, line, mode);

    public RunningCheckout First { get; private set; }

    public RunningCheckout Second { get; private set; }

    public Line Line { get; }

    public ProviderMode Mode { get; }

    /// <summary>Where the second tells the first of changes.</summary>
    public string CallbackUrl => $"{First.Address}/upstream/{RunningCheckout.Site}/{ProviderAccount.WordOf(Mode.Kind())}-1";

    public IPaymentStore Payments => First.Services.GetRequiredService<IPaymentStore>();

    /// <param name="second">A provider that several chains share; null starts one.</param>
    public static async Task<ChainedCheckout> StartAsync(ProviderMode mode, RunningCheckout? second = null, params string[] settings)
    {
        second ??= await RunningCheckout.StartAsync();
        var first = await RunningCheckout.StartAsync(settings);
        var chain = new ChainedCheckout(first, second, await Line.OpenAsync(second.Address), mode);
        await chain.ConnectAsync();
        return chain;
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Line.DisposeAsync();
        await Second.DisposeAsync();
    }

    /// <summary>The first Checkout's account of a payment.</summary>
    public async Task<Payment> PaymentAsync(string reference, Dialect dialect = Dialect.Smart2Pay) =>
        await Payments.FindByReferenceAsync(Site, dialect, isTest: true, reference) ?? throw new Xunit.Sdk.XunitException($"There is no payment {reference}.");

    /// <summary>The last attempt at a payment of the first Checkout.</summary>
    public async Task<Attempt> AttemptAsync(string reference) => (await Payments.AttemptsAsync(Site, (await PaymentAsync(reference)).Number))[^1];

    /// <summary>The saved card of a payment of the first Checkout.</summary>
    public async Task<SavedCard> CardAsync(string reference) =>
        (await First.Services.GetRequiredService<ISavedCardStore>().FindAsync(Site, (await PaymentAsync(reference)).SavedCard!.Value))!;

    /// <summary>The provider goes down and comes up again over the same data, at another address of the line's far end.</summary>
    public async Task RestartSecondAsync()
    {
        Second = await Second.RestartAsync();
        Line.Upstream = Second.Address;
    }

    public async Task RestartFirstAsync() => First = await First.RestartAsync();

    /// <summary>What the provider's bank has on its books for a payment of the first Checkout, over all its attempts.</summary>
    public async Task<IReadOnlyList<LedgerLine>> LedgerAsync(string reference, Dialect dialect = Dialect.Smart2Pay)
    {
        var payment = await PaymentAsync(reference, dialect);
        List<LedgerLine> all = [];
        foreach (var attempt in await Payments.AttemptsAsync(Site, payment.Number)) all.AddRange(await Second.LedgerAsync(attempt.Reference));
        return all;
    }

    /// <summary>Both books say the same: money taken there is money taken here, once, and nothing else lives there.</summary>
    public async Task BooksAgreeAsync(string reference, Dialect dialect = Dialect.Smart2Pay)
    {
        var payment = await PaymentAsync(reference, dialect);
        var lines = await LedgerAsync(reference, dialect);
        long Sum(string kind) => lines.Where(l => l.Kind == kind && l.State == "approved").Sum(l => l.Amount);
        Assert.True(lines.Count(l => l is { Kind: "authorise", State: "approved" }) <= 1, $"Charged twice: {string.Join(", ", lines)}");
        Assert.Equal(payment.CapturedMinor, Sum("capture"));
        Assert.Equal(payment.RefundedMinor, Sum("refund"));
        if (!PaymentMoves.IsPaid(payment.Status)) Assert.DoesNotContain(lines, l => l is { Kind: "authorise", State: "approved" });
    }

    private static int Site => int.Parse(RunningCheckout.Site, CultureInfo.InvariantCulture);

    /// <summary>Another account with the same provider, after the first unless its order is below 0.</summary>
    public Task AddAccountAsync(CardEntry entry, int order = 1) => AddAsync(entry, order);

    private async Task ConnectAsync()
    {
        await AddAsync(Mode.Entry(), order: 0);
        if (Mode.Kind() == ProviderKind.Smart2Pay) await SendNoticesHereAsync();
    }

    private async Task AddAsync(CardEntry entry, int order)
    {
        var services = First.Services;
        var secrets = services.GetRequiredService<ProviderSecrets>();
        var isCardgate = Mode.Kind() == ProviderKind.Cardgate;
        await services.GetRequiredService<IProviderStore>().AddAsync(new ProviderAccount
        {
            Merchant = Site,
            Number = 0,
            Kind = Mode.Kind(),
            Url = Line.Address,
            Account = !isCardgate ? RunningCheckout.Site : entry == CardEntry.Ours ? SandboxMerchant.H2HAccount.Id : SandboxMerchant.Account.Id,
            Entry = entry,
            Order = order,
            IsTest = true,
            SealedKey = secrets.SealKey(Site, isCardgate ? SandboxMerchant.CardgateKey : SandboxMerchant.ApiKey),
            SealedSecret = isCardgate ? secrets.SealSecret(Site, SandboxMerchant.SecretTestKey) : null,
        });
        await services.GetRequiredService<ProviderRegister>().RefreshAsync();
    }

    /// <summary>A Smart2Pay site has one address for notices; the first Checkout asks for them, and for the shopper's agreement, itself.</summary>
    private async Task SendNoticesHereAsync()
    {
        var store = Second.Services.GetRequiredService<IMerchantStore>();
        var merchant = (await store.AllAsync()).Single(e => e.Merchant.Id == Site).Merchant;
        await store.SetAsync(Site, merchant.Name, merchant.Settings with { NotificationUrl = CallbackUrl, AttestsConsent = true });
        await Second.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
    }

}
