using System.Text.Json.Nodes;
using Checkout.Storage.Sqlite;
using Checkout.Tests.Server.Cardgate;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Chain;

/// <summary>Our store goes while the provider does what we asked: money moved, so no caller may hear that nothing was done (PAY-20).</summary>
public sealed class StoreLossTests : IAsyncLifetime
{
    private ChainedCheckout _chain = null!;
    private CardgateShop _shop = null!;

    public async Task InitializeAsync()
    {
        _chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        _shop = new CardgateShop(_chain.First);
    }

    // The archive is closed already, and says so when the server closes it again.
    public async Task DisposeAsync() => await Record.ExceptionAsync(async () => await _chain.DisposeAsync());

    [Fact]
    public async Task A_sale_is_under_way()
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        LoseTheStoreAt("/v1/payments");
        var sold = await _shop.SellAsync(invoice, Card(Approved));
        Assert.Equal((201, "process_pending"), ((int)sold.Status, (string?)sold.Json!["status"]));
    }

    [Fact]
    public async Task A_refund_is_under_way()
    {
        var invoice = await _shop.PaidAsync();
        LoseTheStoreAt("/refunds");
        var refund = await _shop.RefundAsync(invoice, new() { ["reference_id"] = "r1", ["amount"] = 4 });
        Assert.Equal((200, "process_pending"), ((int)refund.Status, (string?)Attributes(refund)["status"]));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task A_word_on_a_review_is_under_way(string word)
    {
        var invoice = await _shop.CreateAsync(Invoice().And("customer", new JsonObject { ["reference_id"] = "shopper-7", ["email"] = "challenge@challenge.com" }), H2H);
        await _shop.SellAsync(invoice, Card(Approved));
        Assert.True((bool)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["moderation_required"]!);
        LoseTheStoreAt("/");
        var answer = await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/{word}", new JsonObject());
        Assert.Equal((200, "process_pending"), ((int)answer.Status, (string?)Attributes(answer)["status"]));
    }

    private void LoseTheStoreAt(string path) => _chain.Line.BeforeAnswering = async passed =>
    {
        if (passed.Method == "POST" && passed.Path.Contains(path, StringComparison.Ordinal)) await _chain.First.Services.GetRequiredService<SqliteArchive>().DisposeAsync();
    };
}
