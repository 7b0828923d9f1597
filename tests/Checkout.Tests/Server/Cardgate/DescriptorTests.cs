using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What stands on the shopper's statement (<c>spec/cardgate.md</c> §4): an invoice may say it only where the operator lets it.</summary>
public sealed class DescriptorTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastSite = 7900;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _shop = new(server.Checkout);

    private string Key => $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}";

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "CUPS AND CO")]
    public async Task It_counts_only_where_the_account_may_overwrite_it(bool mayOverwrite, string? counts)
    {
        var credentials = await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { OverwritesDescriptor = mayOverwrite });
        var created = await _shop.CreateAsync(Invoice("statement").And("descriptor", "CUPS AND CO"), Key);
        Assert.Equal(HttpStatusCode.Created, created.Status);
        foreach (var told in new[] { created, await _shop.GetAsync("/payment-invoices/" + Id(created), Key) })
            Assert.Equal((true, counts), (Attributes(told).AsObject().ContainsKey("descriptor"), (string?)Attributes(told)["descriptor"]));

        // Every provider is sent what is kept here.
        var store = server.Checkout.Services.GetRequiredService<IPaymentStore>();
        Assert.Equal(counts, (await store.FindByReferenceAsync(_site, Dialect.Cardgate, isTest: true, "statement"))!.Details.StatementDescriptor);
        var inTheOther = await server.Checkout.SendAsync(HttpMethod.Get, $"/v1/payments/{Attributes(created)["number"]}", null, credentials);
        Assert.Equal(counts, (string?)inTheOther.Payment["StatementDescriptor"]);
    }

    [Fact]
    public async Task A_descriptor_that_would_not_count_is_checked_all_the_same()
    {
        await server.Checkout.AddMerchantAsync(_site);
        Assert.Equal(["422 invalid /data/attributes/descriptor"], Faults(await _shop.CreateAsync(Invoice().And("descriptor", new JsonArray(1)), Key)));
    }

    [Fact]
    public async Task The_other_dialect_always_says_its_own()
    {
        var credentials = await server.Checkout.AddMerchantAsync(_site);
        var order = Orders.Hosted(Orders.NewReference("statement")).With("StatementDescriptor", "CUPS AND CO");
        var made = await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), credentials);
        Assert.Equal("CUPS AND CO", (string?)made.Payment["StatementDescriptor"]);
        Assert.Equal("CUPS AND CO", (string?)Attributes(await _shop.GetAsync($"/payment-invoices/{made.Payment["ID"]}", Key))["descriptor"]);
    }
}
