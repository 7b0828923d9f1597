using Checkout.Core.Merchants;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate;
using Microsoft.Extensions.DependencyInjection;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What a notice of this dialect says.</summary>
public sealed class NoticeBodyTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task It_is_the_invoice_as_it_stands_with_the_customer_beside_it()
    {
        var invoice = await _shop.PaidAsync(Tokenized("notice-1"));
        await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(new JsonObject { ["reference_id"] = "r1", ["amount"] = 1 }, "refund"));
        var payment = (await server.Checkout.Services.GetRequiredService<IPaymentStore>().FindByPublicIdAsync(Id(invoice)))!;
        var body = await server.Checkout.Services.GetRequiredService<CardgateNotice>().BodyAsync(payment, new MerchantSettings());

        var read = await _shop.GetAsync($"/payment-invoices/{Id(invoice)}?include[]=customer");
        Assert.Equal(read.Body, System.Text.Encoding.UTF8.GetString(body!));
        Assert.Equal("partially_refunded", (string?)Attributes(read)["status"]);
        Assert.Equal("notice-1", (string?)read.Json!["included"]![0]!["attributes"]!["reference_id"]);
    }

    [Fact]
    public async Task Each_change_makes_it_newer_also_within_a_second()
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        var before = (long)Attributes(invoice)["updated"]!;
        await _shop.SellAsync(invoice, Card(Approved));
        var paid = (long)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["updated"]!;
        await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(new JsonObject { ["reference_id"] = "r1" }, "refund"));
        var refunded = (long)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["updated"]!;
        Assert.True(before < paid && paid < refunded, $"{before} {paid} {refunded}");
    }

    [Fact]
    public async Task A_payment_of_another_dialect_is_told_as_the_invoice_that_it_reads_as()
    {
        var other = (long)(await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()))).Payment["ID"]!;
        var payment = (await server.Checkout.Services.GetRequiredService<IPaymentStore>().FindAsync(1010, other))!;
        var body = await server.Checkout.Services.GetRequiredService<CardgateNotice>().BodyAsync(payment, new MerchantSettings());
        var read = await new CardgateShop(server.Checkout).GetAsync($"/payment-invoices/{other}?include=customer");
        Assert.Equal(read.Body, System.Text.Encoding.UTF8.GetString(body!));
    }
}
