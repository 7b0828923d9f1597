using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Storage.Sqlite;
using Checkout.Web.Dialects;
using Checkout.Web.Dialects.Cardgate;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What callers hear when something of ours breaks.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task Without_its_store_it_says_to_come_back()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        var checkout = await RunningCheckout.StartAsync(directory: directory);
        try
        {
            var shop = new CardgateShop(checkout);
            var invoice = await shop.CreateAsync(Invoice(), H2H);
            await checkout.Services.GetRequiredService<SqliteArchive>().DisposeAsync();
            foreach (var answer in new[] { await shop.CreateAsync(Invoice()), await shop.GetAsync("/payment-invoices/" + Id(invoice)), await shop.SellAsync(invoice, Card(Approved)) })
            {
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (answer.Status, answer.Headers["Retry-After"]));
                Assert.Equal(["503 unavailable"], Faults(answer));
            }
        }
        finally
        {
            // The archive is closed already, and says so when the server closes it again.
            await Record.ExceptionAsync(async () => await checkout.DisposeAsync());
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task After_a_charge_nobody_hears_that_nothing_was_done()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        var checkout = await RunningCheckout.StartAsync(directory: directory);
        try
        {
            var shop = new CardgateShop(checkout);
            var views = checkout.Services.GetRequiredService<InvoiceViews>();
            var open = (await checkout.Services.GetRequiredService<IPaymentStore>().FindByPublicIdAsync(Id(await shop.CreateAsync(Invoice(), H2H))))!;
            var before = await views.OfAsync(open);
            await checkout.Services.GetRequiredService<SqliteArchive>().DisposeAsync();

            // The call went out, and what came of it could not be written down.
            var doubtful = open with { Status = PaymentStatus.Submitting, Version = 2, Attempts = 1 };
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await views.OfAsync(doubtful));
            var after = await views.AfterAsync(before, doubtful);
            Assert.Equal(("process_pending", null), (CardgateStatus.Of(after), after.Bearer));
            Assert.Equal("process_pending", (string?)JsonNode.Parse(SaleWriter.Sale(after))!["status"]);
        }
        finally
        {
            await Record.ExceptionAsync(async () => await checkout.DisposeAsync());
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Whatever_breaks_the_caller_gets_a_document_and_no_stack_trace()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        (http.Response.Body, http.Request.Path) = (body, "/api/payment-invoices");
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new ControllerActionDescriptor()), null));
        var doorway = new CardgateDoorway(_ => throw new InvalidOperationException("no business of a caller"), checkout.Services.GetRequiredService<RouteMethods>(), NullLogger<CardgateDoorway>.Instance);
        await doorway.InvokeAsync(http);

        Assert.Equal(500, http.Response.StatusCode);
        var error = JsonNode.Parse(body.ToArray())!["errors"]![0]!;
        Assert.Equal(("500", "internal"), ((string?)error["status"], (string?)error["code"]));
        Assert.DoesNotContain("no business", error.ToJsonString(), StringComparison.Ordinal);
    }
}
