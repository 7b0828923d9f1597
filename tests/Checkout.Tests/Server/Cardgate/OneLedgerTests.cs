using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>One ledger for both dialects: what one made, the other reads and refunds, for the same merchant and nobody else.</summary>
public sealed class OneLedgerTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task A_payment_of_the_other_dialect_is_an_invoice_by_its_number_and_by_a_name()
    {
        var (number, reference) = await PaidElsewhereAsync();
        var invoice = await _shop.GetAsync($"/payment-invoices/{number}?include=customer");
        Assert.Equal(HttpStatusCode.OK, invoice.Status);
        Assert.Matches("^cpi_[0-9A-Za-z]{16}$", Id(invoice));
        var read = Attributes(invoice);
        Assert.Equal(("processed", "25.99", "EUR", reference, number), ((string?)read["status"], read["amount"]!.ToJsonString(), (string?)read["currency"], (string?)read["reference_id"], (long)read["number"]!));
        Assert.Equal(("411111", "1111"), ((string?)read["payload"]!["payment_card"]!["first"], (string?)read["payload"]!["payment_card"]!["last"]));
        Assert.Equal("shopper-of-both", (string?)invoice.Json!["included"]![0]!["attributes"]!["reference_id"]);
        Assert.Equal(("payment_card_eur_hpp", true, true), ((string?)invoice.Json["data"]!["relationships"]!["payment-service"]!["data"]!["id"], read["flow_data"] is null, read["hpp_url"] is null));
        Assert.Equal(invoice.Body, (await _shop.GetAsync($"/api/payment-invoices/{Id(invoice)}/?include=customer")).Body);
    }

    [Fact]
    public async Task An_open_payment_of_the_other_dialect_is_pending_and_its_name_opens_no_page()
    {
        var made = await server.Checkout.PostAsync("/v1/payments", Orders.Hosted(Orders.NewReference()));
        var invoice = await _shop.GetAsync($"/payment-invoices/{(long)made.Payment["ID"]!}");
        Assert.Equal(("process_pending", "ok"), ((string?)Attributes(invoice)["status"], (string?)Attributes(invoice)["resolution"]));
        using var page = await server.Checkout.Http.GetAsync(new Uri($"/hpp/{Id(invoice)}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task It_is_refunded_from_here_and_both_books_agree()
    {
        var (number, _) = await PaidElsewhereAsync();
        var invoice = await _shop.GetAsync($"/payment-invoices/{number}");
        var refund = await _shop.RefundAsync(invoice, new() { ["invoiceId"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture), ["reference_id"] = "r1", ["amount"] = 5.99m });
        Assert.Equal((HttpStatusCode.OK, "processed", Id(invoice)), (refund.Status, (string?)Attributes(refund)["status"], (string?)Attributes(refund)["original_id"]));
        Assert.Equal(refund.Body, (await _shop.GetAsync("/refunds/" + Id(refund))).Body);
        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await _shop.RefundAsync(invoice, new() { ["reference_id"] = "r2", ["amount"] = 20.01m })));

        var listed = (await server.Checkout.GetAsync($"/v1/payments/{number}/refunds")).Json!["Refunds"]!.AsArray();
        Assert.Equal(599, (long)Assert.Single(listed)!["Amount"]!);
        Assert.Equal(HttpStatusCode.Created, (await server.Checkout.PostAsync($"/v1/payments/{number}/refunds", Orders.Refund(Orders.NewReference("refund"), 2000))).Status);
        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("refunded", "25.99", 2), ((string?)read["status"], read["refunded_amount"]!.ToJsonString(), read["refunds"]!.AsArray().Count));
    }

    [Fact]
    public async Task An_invoice_is_read_and_refunded_in_the_other_dialect_by_its_number()
    {
        var invoice = await _shop.PaidAsync();
        var number = (long)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["number"]!;
        var payment = (await server.Checkout.GetAsync($"/v1/payments/{number}")).Payment;
        Assert.Equal((1050, "USD", 11), ((long)payment["Amount"]!, (string?)payment["Currency"], (int)payment["Status"]!["ID"]!));
        Assert.Equal(HttpStatusCode.OK, (await server.Checkout.GetAsync($"/v1/payments/{number}/captures")).Status);
        var reference = Orders.NewReference("refund");
        Assert.Equal(HttpStatusCode.Created, (await server.Checkout.PostAsync($"/v1/payments/{number}/refunds", Orders.Refund(reference, 400))).Status);

        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        var shown = Assert.Single(read["refunds"]!.AsArray())!;
        Assert.Equal(("partially_refunded", "4", reference), ((string?)read["status"], read["refunded_amount"]!.ToJsonString(), (string?)shown["reference_id"]));
        var refund = await _shop.GetAsync("/refunds/" + (string)shown["id"]!);
        Assert.Equal((HttpStatusCode.OK, "4"), (refund.Status, Attributes(refund)["amount"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("JPY", 1000, "1000", "1", 1)]
    [InlineData("KWD", 2599, "2.599", "0.599", 599)]
    public async Task Amounts_keep_the_decimals_of_their_currency(string currency, long minor, string shown, string refunded, long refundedMinor)
    {
        var (number, _) = await PaidElsewhereAsync(minor, currency);
        Assert.Equal(shown, Attributes(await _shop.GetAsync($"/payment-invoices/{number}"))["amount"]!.ToJsonString());
        var name = Id(await _shop.GetAsync($"/payment-invoices/{number}"));
        Assert.Equal(refunded, Attributes(await _shop.RefundAsync(name, new() { ["reference_id"] = "r1", ["amount"] = JsonNode.Parse(refunded) }))["amount"]!.ToJsonString());
        Assert.Equal(refundedMinor, (long)(await server.Checkout.GetAsync($"/v1/payments/{number}/refunds")).Json!["Refunds"]![0]!["Amount"]!);
    }

    [Fact]
    public async Task Another_merchants_payment_is_not_there_by_any_name()
    {
        var (number, _) = await PaidElsewhereAsync();
        var name = Id(await _shop.GetAsync($"/payment-invoices/{number}"));
        var refund = Id(await _shop.RefundAsync(name, new() { ["reference_id"] = "r1", ["amount"] = 1 }));
        await server.Checkout.AddMerchantAsync(7651, new MerchantSettings { Cardgate = [new CardgateAccount(Merchants.CardgateAccountOf(7651), H2H: true, Instant: false)] });
        var stranger = $"{Merchants.CardgateAccountOf(7651)}:cardgate-key-7651";

        var unknown = (await _shop.GetAsync("/payment-invoices/cpi_0000000000000000")).Body;
        foreach (var path in new[] { $"/payment-invoices/{name}", $"/payment-invoices/{number}", $"/refunds/{refund}" })
        {
            var answer = await _shop.GetAsync(path, stranger);
            Assert.Equal((HttpStatusCode.NotFound, unknown), (answer.Status, answer.Body));
        }

        var asked = await _shop.PostAsync($"/payment-invoices/{name}/refund", Document(new JsonObject { ["reference_id"] = "r2" }, "refund"), stranger);
        Assert.Equal((HttpStatusCode.NotFound, unknown), (asked.Status, asked.Body));
        Assert.Equal(HttpStatusCode.NotFound, (await _shop.GetAsync($"/payment-invoices/0{number}")).Status);
    }

    private async Task<(long Number, string Reference)> PaidElsewhereAsync(long amount = 2599, string currency = "EUR")
    {
        var reference = Orders.NewReference("both");
        var order = Orders.Direct(reference, amount: amount, currency: currency).With("Capture", true).With("Customer", new JsonObject { ["MerchantCustomerID"] = "shopper-of-both" });
        var made = await server.Checkout.PostAsync("/v1/payments", order);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return ((long)made.Payment["ID"]!, reference);
    }
}
