using System.Text.Json.Nodes;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What an invoice tells as cards are tried on it, how often that may be, and until when.</summary>
public sealed class InvoiceLifeTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task Without_a_service_the_first_card_that_is_tried_gives_it_one()
    {
        var attributes = Invoice();
        attributes.Remove("service");
        var invoice = await _shop.CreateAsync(attributes, H2H);
        JsonNode? Service(Answer read) => read.Json!["data"]!["relationships"]!["payment-service"]!["data"];
        Assert.Null(Service(invoice));
        await _shop.SellAsync(invoice, Card(Approved));
        Assert.Equal("payment_card_usd_hpp", (string?)Service(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))!["id"]);
        var list = await _shop.GetAsync($"/payment-invoices?filter[reference_id]={attributes["reference_id"]}&filter[service]=payment_card_usd_hpp");
        Assert.Equal(Id(invoice), (string?)Assert.Single(list.Json!["data"]!.AsArray())!["id"]);
    }

    [Theory]
    [InlineData("refuse", "ok")]
    [InlineData("cancel", "auth_3ds_required")]
    public async Task Who_left_the_bank_still_has_to_pass_and_who_failed_there_was_declined(string decision, string resolution)
    {
        var shopper = new Shopper(server.Checkout);
        var invoice = await _shop.CreateAsync(Invoice());
        var atBank = await shopper.PayAsync(await OpenPageAsync(invoice, shopper), Orders.Challenged);
        Assert.True((await shopper.DecideAsync(atBank.GoesTo!, decision)).Has("card-number"));
        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("process_pending", resolution), ((string?)read["status"], (string?)read["resolution"]));
    }

    [Fact]
    public async Task Who_cancels_is_not_told_that_a_bank_refused()
    {
        var shopper = new Shopper(server.Checkout);
        var invoice = await _shop.CreateAsync(Invoice());
        var page = await shopper.FollowAsync(await shopper.PostAsync(await OpenPageAsync(invoice, shopper), "card", Shopper.Typed(Orders.Declined)));
        await shopper.PressAsync(page, "cancel");
        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(
            ("terminated", "The payment was cancelled", "The payment was cancelled"),
            ((string?)read["status"], (string?)read["resolution_message"], (string?)read["original_data"]!["original_resolution_message"]));
    }

    [Theory]
    [InlineData(false, "74537604221222132710572", "74537604221222132710572", null)]
    [InlineData(false, "412200123456", null, "412200123456")]
    [InlineData(false, null, null, null)]
    [InlineData(true, "412200123456", null, null)]
    public async Task What_the_acquirer_calls_a_charge_is_told_where_it_has_a_name_of_its_own(bool isTest, string? called, string? arn, string? rrn)
    {
        var services = server.Checkout.Services;
        var payment = (await services.GetRequiredService<IPaymentStore>().FindByPublicIdAsync(Id(await _shop.PaidAsync())))!;
        var view = await services.GetRequiredService<InvoiceViews>().OfAsync(payment);
        // Null: the provider has only the one name for it.
        view = view with { Payment = payment with { IsTest = isTest, UpstreamId = called ?? view.Charge!.UpstreamId } };
        var attributes = JsonNode.Parse(services.GetRequiredService<InvoiceWriter>().Document(view))!["data"]!["attributes"]!;
        Assert.Equal((arn, rrn), ((string?)attributes["arn"], (string?)attributes["rrn"]));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("many")]
    [InlineData("1.5")]
    public async Task A_limit_of_tries_is_a_number_that_lets_at_least_one(string limit) => Assert.Equal(
        ["422 invalid /data/attributes/gateway_options/cardgate/retry_limit"],
        Faults(await _shop.CreateAsync(Invoice().And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["retry_limit"] = limit } }))));

    [Fact]
    public async Task The_page_may_be_tried_as_often_as_the_invoice_says()
    {
        var shopper = new Shopper(server.Checkout);
        var invoice = await _shop.CreateAsync(Invoice().And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["retry_limit"] = 2 } }));
        var again = await shopper.PayAsync(await OpenPageAsync(invoice, shopper), Orders.Declined);
        Assert.True(again.Has("declined"));
        await shopper.PayAsync(again, Orders.Insufficient);
        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("process_failed", "insufficient_funds"), ((string?)read["status"], (string?)read["resolution"]));
        Assert.False((await OpenPageAsync(invoice, shopper)).Has("card-number"));
    }

    [Fact]
    public async Task An_invoice_lapses_with_its_hour_or_when_it_was_asked_to()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        var shop = new CardgateShop(checkout);
        var soon = await shop.CreateAsync(Invoice().And("expires", checkout.Clock.GetUtcNow().ToUnixTimeSeconds() + 60));
        var hour = await shop.CreateAsync(Invoice());
        await checkout.AdvanceAsync(TimeSpan.FromSeconds(90));
        Assert.Equal(("expired", "transaction_expired"), await StateAsync(soon));
        Assert.Equal(("process_pending", "ok"), await StateAsync(hour));
        await checkout.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(("expired", "transaction_expired"), await StateAsync(hour));
        Assert.Equal(["422 invalid /data/attributes/expires"], Faults(await shop.CreateAsync(Invoice().And("expires", 1_600_000_000))));

        async Task<(string?, string?)> StateAsync(Answer invoice)
        {
            var now = Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice)));
            return ((string?)now["status"], (string?)now["resolution"]);
        }
    }
}
