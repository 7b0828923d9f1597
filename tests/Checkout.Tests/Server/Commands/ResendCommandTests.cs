using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Tests.Server.Cardgate;
using Checkout.Tests.Server.Notices;
using Checkout.Tests.Server.Payouts;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Commands;

/// <summary>An operator has one payment told once more although all of it was taken (spec/cardgate.md §15).</summary>
public sealed class ResendCommandTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private static int _lastSite = 34_000;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _cardgate = new(server.Checkout);
    private ReceivingShop _shop = null!;

    private string Credentials => $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}";

    public async Task InitializeAsync()
    {
        _shop = await ReceivingShop.OpenAsync();
        _shop.Answers = heard => Task.FromResult(heard.Invoice is null ? 204 : 200);
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task An_invoice_is_told_again_by_its_number_and_by_its_name()
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { CallbackUrl = _shop.Url });
        var invoice = await _cardgate.CreateAsync(CardgateShop.Invoice(), Credentials);
        var payment = await TakenAsync(invoice);
        foreach (var (name, count) in new[] { (payment.Number.ToString(CultureInfo.InvariantCulture), 2), (CardgateShop.Id(invoice), 3) })
        {
            var said = await ResendAsync(name);
            Assert.Equal((0, $"Payment {payment.Number} of merchant {_site} is told once more, in the Cardgate dialect and as it stands; a running server sends it within a second, or after what is still to be told of it.\n"), (said.Code, said.Said));
            var heard = await _shop.HearsAsync(payment.Reference, count);
            Assert.Equal("process_pending", (string?)heard[^1].Invoice!["status"]);
        }

        Assert.Equal(3, _shop.About(payment.Reference).Select(n => n.Headers["webhook-id"]).Distinct().Count());
    }

    [Fact]
    public async Task A_payment_of_the_other_dialect_is_told_in_its_own_words()
    {
        var credentials = await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { NotificationUrl = _shop.Url, Capture = true });
        var reference = Orders.NewReference("again");
        var paid = await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(reference).With("Capture", true).ToJsonString(), credentials);
        await _shop.HearsAsync(reference);
        Assert.Equal(0, (await ResendAsync(paid.Payment["ID"]!.ToString())).Code);
        var heard = (await _shop.HearsAsync(reference, 2))[^1];
        Assert.Equal(("Payment", 11), (heard.Kind, heard.StatusId));
    }

    [Fact]
    public async Task What_would_tell_nobody_says_why()
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { CallbackUrl = _shop.Url, CallbackOnlyFinal = true, Payouts = true });
        var foreign = CardgateShop.Id(await _cardgate.CreateAsync(CardgateShop.Invoice()));
        await IsRefusedAsync(foreign, $"Merchant {_site} has no payment {foreign}. --payment is a payment's number");
        await IsRefusedAsync("999999", $"Merchant {_site} has no payment 999999.");
        await IsRefusedAsync("cgi_0123456789abcdef", "has no payment cgi_0123456789abcdef.");

        var payout = (await server.Checkout.PayOutAsync(PayoutShop.Order(Orders.NewReference("out")), $"{_site}:key-{_site}")).Payout()["ID"]!.ToString();
        await IsRefusedAsync(payout, $"{payout} is a payout of merchant {_site}, and only payments are told once more.");

        var open = CardgateShop.Id(await _cardgate.CreateAsync(CardgateShop.Invoice(), Credentials));
        await IsRefusedAsync(open, $"Merchant {_site} hears of ends only (CallbackOnlyFinal)");
        await server.Checkout.ChangeAsync(_site, s => s with { CallbackUrl = null, CallbackOnlyFinal = false });
        await IsRefusedAsync(open, $"There is nobody to tell: merchant {_site} has no NotificationUrl and no CallbackUrl.");
        await server.Checkout.ChangeAsync(_site, s => s with { NotificationUrl = _shop.Url });
        await IsRefusedAsync(open, "in the Smart2Pay dialect, which has no words for it as it stands.");
        await IsRefusedAsync(open, "Leave --since out.", "--since", "2026-11-30");
    }

    private async Task<Payment> TakenAsync(Answer invoice)
    {
        var store = server.Checkout.Services.GetRequiredService<IPaymentStore>();
        return (await CheckoutClient.EventuallyAsync(async () => await store.FindByPublicIdAsync(CardgateShop.Id(invoice)), payment => payment?.Notified is not null))!;
    }

    private async Task IsRefusedAsync(string payment, string sentence, params string[] more)
    {
        var refused = await ResendAsync(payment, more);
        Assert.Equal((1, ""), (refused.Code, refused.Said));
        Assert.Contains(sentence, refused.Complained, StringComparison.Ordinal);
    }

    private Task<Ended> ResendAsync(string payment, params string[] more) =>
        CheckoutProgram.RunAsync(["merchant", "resend", "--site", $"{_site}", "--payment", payment, .. more, "--environment", "Development", $"--DataDirectory={server.Checkout.Directory}"]);
}
