using Checkout.Core.Merchants;
using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Notices;

/// <summary>An invoice whose shopper was to choose how to pay is no longer only created once a card was tried (spec §7.2, §15).</summary>
public sealed class FirstTryTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private static int _lastSite = 7470;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _cardgate = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);
    private ReceivingShop _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReceivingShop.OpenAsync();
        _shop.Answers = _ => Task.FromResult(200);
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { CallbackUrl = _shop.Url });
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_first_try_that_is_declined_is_told_and_the_next_ones_are_not()
    {
        var (reference, page) = await OpenAsync();
        await _shopper.PayAsync(page, Orders.Declined);
        await _shop.HearsAsync(reference, 2);
        var again = await _shopper.PayAsync(await _shopper.OpenAsync(page.Address), Orders.Declined);
        await _shopper.PayAsync(again, CardgateShop.Approved);
        await _shop.HearsAsync(reference, 3);
        Assert.Equal(["created", "process_pending", "processed"], Told(reference));
        var service = (string?)_shop.About(reference)[1].Json["data"]!["relationships"]!["payment-service"]!["data"]!["id"];
        Assert.Equal("payment_card_usd_hpp", service);
    }

    [Fact]
    public async Task A_first_try_that_goes_to_the_bank_is_told_when_the_shopper_goes_there()
    {
        var (reference, page) = await OpenAsync();
        var bank = await _shopper.PayAsync(page, Orders.Challenged);
        await _shop.HearsAsync(reference, 2);
        Assert.Equal(["created", "process_pending"], Told(reference));
        await _shopper.DecideAsync(bank.GoesTo!, "refuse");
        await _shopper.PayAsync(await _shopper.OpenAsync(page.Address), CardgateShop.Approved);
        await _shop.HearsAsync(reference, 3);
        Assert.Equal(["created", "process_pending", "processed"], Told(reference));
    }

    [Fact]
    public async Task A_first_try_that_ends_the_payment_is_told_by_that_alone()
    {
        var (reference, page) = await OpenAsync();
        await _shopper.PayAsync(page, CardgateShop.Approved);
        await _shop.HearsAsync(reference, 2);
        Assert.Equal(["created", "processed"], Told(reference));
    }

    [Fact]
    public async Task Where_the_service_was_named_nothing_changes_with_it()
    {
        var (reference, page) = await OpenAsync(service: "payment_card_usd_hpp");
        await _shopper.PayAsync(await _shopper.PayAsync(page, Orders.Declined), CardgateShop.Approved);
        await _shop.HearsAsync(reference, 2);
        Assert.Equal(["process_pending", "processed"], Told(reference));
    }

    private async Task<(string Reference, ShownPage Page)> OpenAsync(string? service = null)
    {
        var order = CardgateShop.Invoice();
        if (service is null) order.Remove("service");
        var attributes = CardgateShop.Attributes(await _cardgate.CreateAsync(order, $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}"));
        var reference = (string)attributes["reference_id"]!;
        await _shop.HearsAsync(reference);
        return (reference, await _shopper.OpenAsync((string)attributes["flow_data"]!["action"]!));
    }

    private string[] Told(string reference) => [.. _shop.About(reference).Select(notice => (string)notice.Invoice!["status"]!)];
}
