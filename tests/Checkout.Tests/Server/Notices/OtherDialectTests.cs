using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Tests.Server.Cardgate;
using Checkout.Web.Hosting.Workers.Posting;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Notices;

/// <summary>A merchant with an address in one dialect only is told there of payments of the other one too.</summary>
public sealed class OtherDialectTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private static int _lastSite = 7600;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _cardgate = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);
    private ReceivingShop _shop = null!;

    private string CardgateKey => $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}";

    private string Smart2PayKey => $"{_site}:key-{_site}";

    public async Task InitializeAsync() => _shop = await ReceivingShop.OpenAsync();

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task An_invoice_is_told_by_Smart2Pays_notices_once_there_is_something_to_tell()
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { NotificationUrl = _shop.Url });
        var invoice = CardgateShop.Attributes(await _cardgate.CreateAsync(CardgateShop.Invoice(), CardgateKey));
        var (reference, number) = ((string)invoice["reference_id"]!, (long)invoice["number"]!);
        await _shopper.PayAsync(await _shopper.OpenAsync((string)invoice["flow_data"]!["action"]!), CardgateShop.Approved);

        var told = (await RunningCheckout.EventuallyAsync(() => Task.FromResult(_shop.About(reference)), heard => heard is [.., { StatusId: 11 }]))[^1];
        Assert.Equal(("Payment", number, 1050), (told.Kind, (long)told.Json["Payment"]!["ID"]!, (int)told.Json["Payment"]!["Amount"]!));
        await EmptyAsync();
        Assert.DoesNotContain(_shop.About(reference), heard => heard.StatusId == 1);

        await server.Checkout.SendAsync(HttpMethod.Post, $"/v1/payments/{number}/refunds", Orders.Refund("other-r-" + reference, 50).ToJsonString(), Smart2PayKey);
        Assert.Equal("Refund", (await _shop.HearsAsync("other-r-" + reference))[^1].Kind);
    }

    [Fact]
    public async Task A_payment_is_told_by_Cardgates_callbacks_under_the_name_that_reads_it()
    {
        _shop.Answers = _ => Task.FromResult(200);
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { CallbackUrl = _shop.Url });
        var reference = Orders.NewReference("other");
        await _shopper.PayAsync(await _shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true), Smart2PayKey));

        var told = (await RunningCheckout.EventuallyAsync(() => Task.FromResult(_shop.About(reference)), heard => heard is [.., var last] && (string?)last.Invoice!["status"] == "processed"))[^1];
        Assert.Equal(25.99m, (decimal)told.Invoice!["amount"]!);
        Assert.True(told.Headers.ContainsKey("X-Signature"));
        var read = await _cardgate.GetAsync("/payment-invoices/" + (string)told.Json["data"]!["id"]!, CardgateKey);
        Assert.Equal(reference, (string?)CardgateShop.Attributes(read)["reference_id"]);
    }

    [Fact]
    public async Task With_both_addresses_each_dialect_tells_its_own()
    {
        await using var other = await ReceivingShop.OpenAsync();
        other.Answers = _ => Task.FromResult(200);
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { NotificationUrl = _shop.Url, CallbackUrl = other.Url });
        var reference = Orders.NewReference("other");
        await _shopper.PayAsync(await _shopper.OrderAsync(Orders.Hosted(reference), Smart2PayKey));
        var invoice = CardgateShop.Attributes(await _cardgate.CreateAsync(CardgateShop.Invoice(), CardgateKey));

        await _shop.HearsAsync(reference);
        await other.HearsAsync((string)invoice["reference_id"]!);
        Assert.Equal((0, 0), (other.About(reference).Count, _shop.About((string)invoice["reference_id"]!).Count));
    }

    [Fact]
    public async Task A_check_of_a_card_is_no_payment_to_Smart2Pay()
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { NotificationUrl = _shop.Url });
        var check = CardgateShop.Invoice().And("flow", "verify").And("customer", new JsonObject { ["reference_id"] = "other-shopper" });
        check.Remove("amount");
        var invoice = await _cardgate.CreateAsync(check, CardgateKey);
        await _shopper.PayAsync(await _shopper.OpenAsync((string)CardgateShop.Attributes(invoice)["flow_data"]!["action"]!), CardgateShop.Approved);
        var payment = await server.Checkout.Services.GetRequiredService<IPaymentStore>().FindByPublicIdAsync(CardgateShop.Id(invoice));
        Assert.Equal(PaymentStatus.Verified, payment!.Status);
        await EmptyAsync();
        Assert.Empty(_shop.Heard);
    }

    [Fact]
    public async Task What_a_stranger_opened_is_never_told_as_if_the_merchant_had_made_it()
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { NotificationUrl = _shop.Url });
        var page = new PublicShop(server.Checkout, $"pk_test_{_site}");
        var made = await page.CreateAsync(page.Order());
        await _shopper.PayAsync(await _shopper.OpenAsync((string)CardgateShop.Attributes(made)["hpp_url"]!), CardgateShop.Approved);
        await EmptyAsync();
        Assert.Empty(_shop.Heard);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public async Task A_test_beside_payments_in_earnest_is_not_told_by_a_dialect_that_cannot_say_so(bool isTest, bool isSandbox, bool tells)
    {
        var invoice = await server.Checkout.OpenInvoiceAsync();
        var payment = invoice.Payment with { IsTest = isTest, Status = PaymentStatus.Captured };
        var notice = NoticeRules.About(payment).Notice;
        var merchant = new Merchant { Id = _site, Name = "Shop", IsSandbox = isSandbox };
        Assert.Equal((tells, true), (NoticeRoute.Tells(Dialect.Smart2Pay, notice, payment, merchant), NoticeRoute.Tells(Dialect.Cardgate, notice, payment, merchant)));
    }

    private async Task EmptyAsync()
    {
        var outbox = server.Checkout.Services.GetRequiredService<INoticeStore>();
        await RunningCheckout.EventuallyAsync(
            async () => (await outbox.DueAsync(server.Checkout.Clock.GetUtcNow().AddDays(1), 1000, 1000)).Count(n => n.Merchant == _site), waiting => waiting == 0);
    }
}
