using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Tests.Server.Cardgate;
using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.Described;

public sealed class CardgateRefusalTests(DescribedCardgate server) : RefusalExam(server), IClassFixture<DescribedCardgate>;

public sealed class CardgatePageTests(DescribedCardgate server) : PageExam(server), IClassFixture<DescribedCardgate>;

/// <summary>The dialect by its document, and what only it has.</summary>
public sealed class CardgateDescriptionTests(DescribedCardgate server) : DescriptionExam(server), IClassFixture<DescribedCardgate>
{
    [Theory]
    [InlineData("createInvoice", "open", "service", null, 201)]
    [InlineData("createInvoice", "open", "currency", "AED", 422)]
    [InlineData("createInvoice", "oneclick", "token", "4c9jHUgeL1SD7g5byDYn9Gc0RC60NN3x", 422)]
    [InlineData("createInvoice", "open", "service", "payment_card_usd_hpp", 422)]
    [InlineData("sell", "card", "card_number", CardgateShop.Declined, 201)]
    [InlineData("sell", "card", "card_number", CardgateShop.ThreeDSecure, 201)]
    [InlineData("sell", "card", "google_pay", "x", 422)]
    [InlineData("sell", "code", "cvv", null, 422)]
    [InlineData("createRefund", "part", "amount", 10.6, 422)]
    [InlineData("createRefund", "part", "invoiceId", "cpi_0000000000000000", 422)]
    public async Task Rarer_answers_look_as_said_too(string id, string example, string attribute, object? value, int status)
    {
        var operation = Server.Find(id);
        var answer = await Server.CallAsync(operation, example, body => body.Put(["data", "attributes", attribute], JsonSerializer.SerializeToNode(value)));
        Assert.True(status == (int)answer.Status, answer.ToString());
        Server.LooksAsSaid(operation, answer);
    }

    [Fact]
    public async Task An_answer_with_everything_that_can_be_sent_looks_as_said()
    {
        var create = Server.Find("createInvoice");
        var made = await Server.CallAsync(create, "hosted", body => Full(body));
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Server.LooksAsSaid(create, made);
        foreach (var id in new[] { "readInvoice", "listInvoices" })
        {
            var read = Server.Find(id);
            var answer = await Server.SendAsync(read, read.Path.Replace("{id}", CardgateShop.Id(made), StringComparison.Ordinal) + "?include=customer", null);
            Server.LooksAsSaid(read, answer);
            Assert.Contains("\"Iași\"", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_sale_may_say_of_the_browser_is_told_and_nothing_of_it_is_refused()
    {
        var browser = new[] { "data", "attributes", "browser_info" }.Aggregate(Server.Find("sell").Body!, (schema, name) => Server.Check.Plain(schema)["properties"]![name]!);
        Assert.Equal(
            [
                "browser_accept_header", "browser_color_depth", "browser_ip", "browser_java_enabled", "browser_language", "browser_screen_height",
                "browser_screen_width", "browser_tz", "browser_user_agent", "device_channel", "window_height", "window_width",
            ],
            browser["properties"]!.AsObject().Select(field => field.Key));
        Assert.DoesNotContain("x-return-code", browser.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\"", browser.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_any_more_is_answered_as_said()
    {
        var (refund, paid) = (Server.Find("createRefund"), Server.Find("readInvoice"));
        var open = await Server.CallAsync(Server.Find("createInvoice"), "open");
        var early = await Server.SendAsync(refund, refund.Path.Replace("{id}", CardgateShop.Id(open), StringComparison.Ordinal), refund.Example("part"));
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Server.LooksAsSaid(refund, early);

        var shop = new CardgateShop(Server.Checkout);
        await shop.SellAsync(open, CardgateShop.Card(CardgateShop.Approved));
        var late = await shop.SellAsync(open, CardgateShop.Card(CardgateShop.Approved));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Server.LooksAsSaid(Server.Find("sell"), late);
        var plain = await shop.CreateAsync(CardgateShop.Invoice());
        Server.LooksAsSaid(Server.Find("createInvoice"), plain);
        Assert.Null(CardgateShop.Attributes(plain)["flow_data"]!["metadata"]!["token"]);
        var elsewhere = (await Server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()))).Payment["ID"]!;
        Server.LooksAsSaid(paid, await shop.GetAsync("/payment-invoices/" + elsewhere));
    }

    [Fact]
    public async Task Every_callback_looks_as_said()
    {
        await using var shop = await ReceivingShop.OpenAsync();
        shop.Answers = _ => Task.FromResult(200);
        var made = await Server.CallAsync(Server.Find("createInvoice"), "open", body => body.Put(["data", "attributes", "callback_url"], shop.Url));
        var reference = (string)CardgateShop.Attributes(made)["reference_id"]!;
        // Changes close together are told once, so the sale waits until the beginning is told.
        await shop.HearsAsync(reference);
        await new CardgateShop(Server.Checkout).SellAsync(made, CardgateShop.Card(CardgateShop.Approved));
        var post = Server.Document["webhooks"]!.AsObject().Single().Value!["post"]!;
        foreach (var notice in await shop.HearsAsync(reference, 2))
        {
            Assert.Empty(Server.Check.Faults(post["requestBody"]!["content"]!["application/json"]!["schema"]!, notice.Json));
            foreach (var header in post["parameters"]!.AsArray()) Assert.Empty(Server.Check.Faults(header!["schema"]!, notice.Headers[(string)header["name"]!]));
        }

        Assert.NotNull(post["responses"]!["200"]);
        Assert.Equal(4, post["parameters"]!.AsArray().Count);
    }

    private static JsonObject Full(JsonObject body)
    {
        var customer = new JsonObject
        {
            ["reference_id"] = "shopper-9", ["name"] = "Ana Pop", ["first_name"] = "Ana", ["surname"] = "Pop", ["patronymic"] = "M", ["email"] = "ana@shop.example", ["phone"] = "+40 1",
            ["date_of_birth"] = "1980-01-31", ["individual_tax_id"] = "19", ["description"] = "regular", ["metadata"] = new JsonObject { ["ip"] = "10.0.0.1" },
            ["address"] = new JsonObject { ["full_address"] = "Lungă 1", ["country"] = "RO", ["region"] = "IS", ["city"] = "Iași", ["street"] = "Lungă", ["post_code"] = "700" },
        };
        var urls = new JsonObject { ["success"] = "https://shop.example/ok", ["pending"] = "https://shop.example/wait", ["fail"] = "https://shop.example/no" };
        return body.Put(["data", "attributes", "customer"], customer).Put(["data", "attributes", "return_urls"], urls).Put(["data", "attributes", "metadata"], new JsonObject { ["a"] = new JsonArray(1) })
            .Put(["data", "attributes", "description"], "Mug").Put(["data", "attributes", "descriptor"], "SHOP").Put(["data", "attributes", "callback_url"], "https://shop.example/cb");
    }
}
