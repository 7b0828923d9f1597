using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Tests.Server.Cardgate;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Hosting.Workers.Posting;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Notices;

/// <summary>What a shop of the Cardgate dialect is told, when, how often, and how it knows that it is true (spec §15, PAY-15).</summary>
public sealed class CallbackTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private static int _lastSite = 7400;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _cardgate = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);
    private ReceivingShop _shop = null!;

    private string Credentials => $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}";

    public async Task InitializeAsync()
    {
        _shop = await ReceivingShop.OpenAsync();
        _shop.Answers = _ => Task.FromResult(200);
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { CallbackUrl = _shop.Url });
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task The_beginning_and_the_end_are_told_by_the_whole_invoice()
    {
        var invoice = await CreateAsync();
        var (id, reference) = (CardgateShop.Id(invoice), Reference(invoice));
        var first = (await _shop.HearsAsync(reference))[0];
        Assert.Equal(("POST", "/hear", "application/json; charset=utf-8", null), (first.Method, first.Path, first.ContentType, first.Authorization));
        Assert.Equal("process_pending", (string?)first.Invoice!["status"]);

        await _shopper.PayAsync(await _shopper.OpenAsync(Action(invoice)), CardgateShop.Approved);
        var last = (await _shop.HearsAsync(reference, 2))[^1];
        var read = await _cardgate.GetAsync("/payment-invoices/" + id, Credentials);
        Assert.Equal("processed", (string?)last.Invoice!["status"]);
        Assert.Equal(CardgateShop.Attributes(read).ToJsonString(), last.Invoice!.ToJsonString());
        Assert.Equal("callback-shopper", (string?)last.Json["included"]![0]!["attributes"]!["reference_id"]);
        Assert.True((long)last.Invoice["updated"]! > (long)first.Invoice["updated"]!);
    }

    [Fact]
    public async Task What_is_told_is_signed_over_the_exact_bytes_in_both_ways()
    {
        var notice = (await _shop.HearsAsync(Reference(await CreateAsync())))[0];
        var (secret, body) = ($"sk_test_{_site}", notice.Body);
#pragma warning disable CA5350 // The dialect's own signature.
        Assert.Equal(Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(secret + body + secret))), notice.Headers["X-Signature"]);
#pragma warning restore CA5350

        var signed = Encoding.UTF8.GetBytes($"{notice.Headers["webhook-id"]}.{notice.Headers["webhook-timestamp"]}.{body}");
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)), notice.Headers["webhook-signature"]);
        var age = server.Checkout.Clock.GetUtcNow().ToUnixTimeSeconds() - long.Parse(notice.Headers["webhook-timestamp"], null);
        Assert.InRange(age, 0, 60);
    }

    [Fact]
    public async Task A_live_payment_is_signed_with_the_live_key()
    {
        var invoice = await CreateAsync();
        await _shop.HearsAsync(Reference(invoice));
        var payment = (await server.Checkout.Services.GetRequiredService<IPaymentStore>().FindByPublicIdAsync(CardgateShop.Id(invoice)))!;
        var notice = new Notice { Id = 1, Merchant = _site, Payment = payment.Number, Subject = NoticeSubject.Payment, Created = payment.Created, NextAt = payment.Created };
        var entry = server.Checkout.Services.GetRequiredService<MerchantRegister>().Entry(_site)!;
        await server.Checkout.Services.GetRequiredService<CardgatePost>().SendAsync(notice, entry, payment with { IsTest = false }, NoticeForm.True, CancellationToken.None);

        var heard = _shop.About(payment.Reference)[^1];
        Assert.Equal(Web.Dialects.Cardgate.CallbackSignature.Of(Encoding.UTF8.GetBytes($"sk_live_{_site}"), Encoding.UTF8.GetBytes(heard.Body)), heard.Headers["X-Signature"]);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(201)]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(ReceivingShop.HangsUp, 2)]
    public async Task Any_answer_but_200_is_none_and_the_callback_comes_again(int status, int posts = 1)
    {
        var taken = (2 * posts) + 1;
        _shop.Answers = notice => Task.FromResult(_shop.About(notice.Reference).Count < taken ? status : 200);
        var invoice = await CreateAsync();
        var reference = Reference(invoice);
        var number = (await PaymentAsync(invoice)).Number;
        await server.Checkout.TriedAsync(_site, number, 1);

        // One minute after the first try and two after the second, each with up to a fifth on top.
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(73));
        await server.Checkout.TriedAsync(_site, number, 2);
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(145));
        var heard = await _shop.HearsAsync(reference, taken);
        Assert.Single(heard.Select(n => n.Headers["webhook-id"]).Distinct());
        Assert.InRange(heard.Select(n => n.Headers["webhook-timestamp"]).Distinct().Count(), 3, taken);
        await RunningCheckout.EventuallyAsync(() => PaymentAsync(invoice), payment => payment.Notified is not null);
    }

    [Fact]
    public async Task An_address_of_the_payment_wins_over_the_shops_and_none_is_nobody_to_tell()
    {
        await using var other = await ReceivingShop.OpenAsync();
        other.Answers = _ => Task.FromResult(200);
        var own = Reference(await CreateAsync(attributes => attributes.And("callback_url", other.Url)));
        await other.HearsAsync(own);
        Assert.Empty(_shop.About(own));

        await server.Checkout.ChangeAsync(_site, settings => settings with { CallbackUrl = null, NotificationUrl = _shop.Url });
        var unheard = await CreateAsync();
        await other.HearsAsync(Reference(await CreateAsync(attributes => attributes.And("callback_url", other.Url))));
        Assert.Empty(_shop.About(Reference(unheard)));
        Assert.Null((await PaymentAsync(unheard)).Notified);
    }

    [Fact]
    public async Task Leaving_and_lapsing_are_told()
    {
        var left = await CreateAsync();
        await _shop.HearsAsync(Reference(left));
        await _shopper.PressAsync(await _shopper.OpenAsync(Action(left)), "cancel");
        Assert.Equal("terminated", (string?)(await _shop.HearsAsync(Reference(left), 2))[^1].Invoice!["status"]);

        var lapsed = await CreateAsync();
        await _shop.HearsAsync(Reference(lapsed));
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.Equal("expired", (string?)(await _shop.HearsAsync(Reference(lapsed), 2))[^1].Invoice!["status"]);
    }

    [Fact]
    public async Task A_refund_is_told_by_the_invoice_it_changes_whichever_dialect_asked_for_it()
    {
        var invoice = await CreateAsync();
        await _shopper.PayAsync(await _shopper.OpenAsync(Action(invoice)), CardgateShop.Approved);
        var payment = await PaymentAsync(invoice);
        await server.Checkout.SendAsync(HttpMethod.Post, $"/v1/payments/{payment.Number}/refunds", Orders.Refund(Orders.NewReference("refund"), 100).ToJsonString(), $"{_site}:key-{_site}");
        await RunningCheckout.EventuallyAsync(
            () => Task.FromResult(_shop.About(payment.Reference) is [.., var latest] ? latest.Invoice : null),
            last => (string?)last?["status"] == "partially_refunded" && (decimal)last!["refunded_amount"]! == 1m);
    }

    [Fact]
    public async Task Changes_close_together_are_told_by_one_callback_with_the_latest_state()
    {
        // While the first try hangs, and then fails, the invoice is paid and partly refunded.
        var decides = new TaskCompletionSource<int>();
        _shop.Answers = notice => _shop.About(notice.Reference).Count < 2 ? decides.Task : Task.FromResult(200);
        var invoice = await CreateAsync();
        var payment = await PaymentAsync(invoice);
        await _shop.HearsAsync(payment.Reference);
        await _shopper.PayAsync(await _shopper.OpenAsync(Action(invoice)), CardgateShop.Approved);
        await _cardgate.PostAsync($"/payment-invoices/{CardgateShop.Id(invoice)}/refund", CardgateShop.Document(new JsonObject { ["amount"] = 1, ["reference_id"] = Orders.NewReference("r") }, "refund"), Credentials);
        decides.SetResult(500);

        // What happened meanwhile does not wait for the next try's time.
        await RunningCheckout.EventuallyAsync(() => PaymentAsync(invoice), p => p.Notified is not null);
        Assert.Equal(0, await WaitingAsync(payment.Number));
        var heard = _shop.About(payment.Reference);
        Assert.Equal((2, "partially_refunded"), (heard.Count, (string?)heard[^1].Invoice!["status"]));
        // Whoever took the first one though its receipt was lost must not know this one already.
        Assert.NotEqual(heard[0].Headers["webhook-id"], heard[1].Headers["webhook-id"]);
    }

    [Fact]
    public async Task News_do_not_wait_behind_what_could_not_be_told()
    {
        _shop.Answers = notice => Task.FromResult(_shop.About(notice.Reference).Count < 3 ? 500 : 200);
        var invoice = await CreateAsync();
        var payment = await PaymentAsync(invoice);
        await server.Checkout.TriedAsync(_site, payment.Number, 1);
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(73));
        await server.Checkout.TriedAsync(_site, payment.Number, 2);

        // The next try would come in two minutes.
        await _shopper.PayAsync(await _shopper.OpenAsync(Action(invoice)), CardgateShop.Approved);
        await RunningCheckout.EventuallyAsync(() => WaitingAsync(payment.Number), waiting => waiting == 0);
        Assert.Equal("processed", (string?)_shop.About(payment.Reference)[^1].Invoice!["status"]);
    }

    [Fact]
    public async Task A_merchant_may_want_fewer_tries()
    {
        await server.Checkout.ChangeAsync(_site, settings => settings with { CallbackTries = 2, CallbackMinutes = 5 });
        _shop.Answers = _ => Task.FromResult(500);
        var invoice = await CreateAsync();
        var payment = await PaymentAsync(invoice);
        await server.Checkout.TriedAsync(_site, payment.Number, 1);
        var due = (await WaitingOfAsync(payment.Number)).Single().NextAt;
        Assert.InRange(due, server.Checkout.Clock.GetUtcNow().AddMinutes(4), server.Checkout.Clock.GetUtcNow().AddMinutes(6));
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(7));
        await RunningCheckout.EventuallyAsync(() => WaitingAsync(payment.Number), waiting => waiting == 0);
        Assert.Equal((2, null), (_shop.About(payment.Reference).Count, (await PaymentAsync(invoice)).Notified));
    }

    [Fact]
    public async Task What_was_given_up_is_sent_again_when_the_operator_says_so()
    {
        _shop.Answers = notice => Task.FromResult(_shop.About(notice.Reference).Count < 2 ? 410 : 200);
        var invoice = await CreateAsync();
        var payment = await PaymentAsync(invoice);
        await RunningCheckout.EventuallyAsync(() => Task.FromResult(_shop.About(payment.Reference).Count), count => count == 1);
        await RunningCheckout.EventuallyAsync(() => WaitingAsync(payment.Number), waiting => waiting == 0);

        var outbox = server.Checkout.Services.GetRequiredService<INoticeStore>();
        var now = server.Checkout.Clock.GetUtcNow();
        Assert.Equal(0, await outbox.ResendAsync(_site, now.AddMinutes(1), now));
        Assert.Equal(1, await outbox.ResendAsync(_site, DateTimeOffset.MinValue, now));
        await RunningCheckout.EventuallyAsync(() => PaymentAsync(invoice), p => p.Notified is not null);
        Assert.Equal((2, 0), (_shop.About(payment.Reference).Count, await outbox.ResendAsync(_site, DateTimeOffset.MinValue, now)));
    }

    [Fact]
    public async Task A_merchant_may_hear_of_ends_only_and_nothing_of_the_card()
    {
        await server.Checkout.ChangeAsync(_site, settings => settings with { CallbackOnlyFinal = true, CallbackHidesCard = true });
        var invoice = await CreateAsync(attributes => attributes.And("gateway_options", CardgateShop.Options("tokenize")));
        var payment = await PaymentAsync(invoice);
        await RunningCheckout.EventuallyAsync(() => WaitingAsync(payment.Number), waiting => waiting == 0);
        Assert.Empty(_shop.About(payment.Reference));

        await _shopper.PayAsync(await _shopper.OpenAsync(Action(invoice)), CardgateShop.Approved, save: true);
        var told = Assert.Single(await _shop.HearsAsync(payment.Reference)).Invoice!;
        Assert.Equal(("processed", null), ((string?)told["status"], told["payload"]!["payment_card"]));
        Assert.NotNull((string?)told["payload"]!["token"]);
        Assert.NotNull(CardgateShop.Attributes(await _cardgate.GetAsync("/payment-invoices/" + CardgateShop.Id(invoice), Credentials))["payload"]!["payment_card"]);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_left_in_peace()
    {
        _shop.Answers = _ => Task.FromResult(410);
        var invoice = await CreateAsync();
        var payment = await PaymentAsync(invoice);
        await RunningCheckout.EventuallyAsync(() => WaitingAsync(payment.Number), waiting => waiting == 0);
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(30));
        await _shop.HearsAsync(payment.Reference);
        Assert.Equal((1, null), (_shop.About(payment.Reference).Count, (await PaymentAsync(invoice)).Notified));
    }

    [Theory]
    [InlineData(429, "1800")]
    [InlineData(503, "1800")]
    public async Task A_receiver_that_asks_for_a_pause_gets_it(int status, string seconds)
    {
        _shop.AnswerHeaders = new Dictionary<string, string> { ["Retry-After"] = seconds };
        _shop.Answers = notice => Task.FromResult(_shop.About(notice.Reference).Count < 2 ? status : 200);
        var invoice = await CreateAsync();
        var payment = await PaymentAsync(invoice);
        var before = server.Checkout.Clock.GetUtcNow();
        await server.Checkout.TriedAsync(_site, payment.Number, 1);
        var due = (await WaitingOfAsync(payment.Number)).Single().NextAt;
        Assert.InRange(due, before.AddSeconds(1700), server.Checkout.Clock.GetUtcNow().AddSeconds(1801));
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(31));
        Assert.Equal(2, (await _shop.HearsAsync(payment.Reference, 2)).Count);
    }

    private async Task<int> WaitingAsync(long payment) => (await WaitingOfAsync(payment)).Count;

    private async Task<IReadOnlyList<Notice>> WaitingOfAsync(long payment)
    {
        var outbox = server.Checkout.Services.GetRequiredService<INoticeStore>();
        return [.. (await outbox.DueAsync(server.Checkout.Clock.GetUtcNow().AddDays(2), 1000, 1000)).Where(n => n.Merchant == _site && n.Payment == payment)];
    }

    private Task<Answer> CreateAsync(Func<JsonObject, JsonObject>? change = null)
    {
        var invoice = CardgateShop.Invoice().And("customer", new JsonObject { ["reference_id"] = "callback-shopper" });
        return _cardgate.CreateAsync(change?.Invoke(invoice) ?? invoice, Credentials);
    }

    private async Task<Payment> PaymentAsync(Answer invoice) => (await server.Checkout.Services.GetRequiredService<IPaymentStore>().FindByPublicIdAsync(CardgateShop.Id(invoice)))!;

    private static string Reference(Answer invoice) => (string)CardgateShop.Attributes(invoice)["reference_id"]!;

    private static string Action(Answer invoice) => (string)CardgateShop.Attributes(invoice)["flow_data"]!["action"]!;
}
