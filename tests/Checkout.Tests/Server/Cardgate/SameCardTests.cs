using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Tests.Server.Notices;
using Checkout.Web.Dialects.Cardgate;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The same card of the same shopper again is the same token, with expiry and holder as they are now (§8).</summary>
public sealed class SameCardTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _shoppers;

    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);
    private readonly string _customer = $"same-{Interlocked.Increment(ref _shoppers)}";

    [Fact]
    public async Task It_is_the_same_token_in_what_is_read_and_in_what_is_called_back()
    {
        await using var ear = await ReceivingShop.OpenAsync();
        ear.Answers = _ => Task.FromResult(200);
        var token = await _shop.TokenAsync(_customer, expiry: "12/27");

        var again = await _shop.CreateAsync(Tokenized(_customer).And("callback_url", ear.Url), H2H);
        await _shop.SellAsync(again, Card(Approved, "11/35").And("card_holder", "ANNE POE"));
        var read = await ReadAsync(again);
        Assert.Equal((token, "11", "35", "ANNE POE"), FaceOf(read));
        var heard = await CheckoutClient.EventuallyAsync(
            () => Task.FromResult(ear.Heard.FirstOrDefault(n => (string?)n.Invoice?["status"] == "processed")), notice => notice is not null);
        Assert.Equal((token, "11", "35", "ANNE POE"), FaceOf(heard!.Invoice!));

        // And it pays with what is printed on the card now.
        var instant = await _shop.CreateAsync(Instant(token, _customer));
        Assert.Equal("processed", (string?)(await _shop.SellAsync(instant, new JsonObject())).Json!["status"]);
        Assert.Equal((token, "11", "35", "ANNE POE"), FaceOf(await ReadAsync(instant)));
    }

    [Fact]
    public async Task On_the_page_it_is_too_and_the_shopper_sees_one_card()
    {
        var token = await _shop.TokenAsync(_customer);
        var invoice = await _shop.CreateAsync(Tokenized(_customer));
        var page = await OpenPageAsync(invoice, _shopper);
        Assert.True(page.Has("saved-card"), page.Answer.ToString());
        await _shopper.PayAsync(await _shopper.OpenAsync(page.Element("use-other-card").GetAttribute("href")!), Approved, save: true);
        Assert.Equal((token, "02", "31", "Ana Pop"), FaceOf(await ReadAsync(invoice)));
        Assert.Single((await OpenPageAsync(await _shop.CreateAsync(Tokenized(_customer)), _shopper)).Document.QuerySelectorAll("#saved-card input[name=saved-card]"));
    }

    [Fact]
    public async Task After_a_visit_to_the_bank_it_is_too()
    {
        var first = await VisitingAsync("approve", "12/31");
        var token = (string)first["payload"]!["token"]!;
        var refused = await VisitingAsync("refuse", "12/33");
        Assert.Equal(("process_failed", null), ((string?)refused["status"], (string?)refused["payload"]!["token"]));
        Assert.Equal((token, "12", "31", "ANN POE"), FaceOf(await PaidByAsync(token)));
        Assert.Equal((token, "12", "34", "ANN POE"), FaceOf(await VisitingAsync("approve", "12/34")));
        Assert.Equal((token, "12", "34", "ANN POE"), FaceOf(await PaidByAsync(token)));
    }

    [Fact]
    public async Task A_card_that_is_only_checked_is_known_too()
    {
        var token = await _shop.TokenAsync(_customer);
        var check = await _shop.CreateAsync(Tokenized(_customer).And("flow", "verify"), H2H);
        await _shop.SellAsync(check, Card(Approved, "10/36"));
        Assert.Equal((token, "10", "36", "ANN POE"), FaceOf(await ReadAsync(check)));
    }

    [Fact]
    public async Task A_holder_nobody_typed_takes_no_kept_ones_place_and_one_who_was_typed_does()
    {
        var token = await _shop.TokenAsync(_customer, expiry: "12/27");
        var sold = await _shop.CreateAsync(Tokenized(_customer), H2H);
        var card = Card(Approved, "11/35");
        card.Remove("card_holder");
        await _shop.SellAsync(sold, card);
        Assert.Equal((token, "11", "35", "ANN POE"), FaceOf(await PaidByAsync(token)));

        var options = new JsonObject { ["cardgate"] = new JsonObject { ["tokenize"] = true, ["theme_options"] = new JsonObject { ["card_holder"] = false } } };
        var page = await OpenPageAsync(await _shop.CreateAsync(Tokenized(_customer).And("gateway_options", options)), _shopper);
        var whole = await _shopper.OpenAsync(page.Element("use-other-card").GetAttribute("href")!);
        Assert.False(whole.Has("card-holder"));
        await _shopper.FollowAsync(await _shopper.PostAsync(whole, "card", Shopper.Typed(Approved, save: true).Where(field => field.Name != "card-holder").ToArray()));
        Assert.Equal((token, "02", "31", "ANN POE"), FaceOf(await PaidByAsync(token)));

        await _shop.SellAsync(await _shop.CreateAsync(Tokenized(_customer), H2H), Card(Approved, "10/36").And("card_holder", "ANNE POE"));
        Assert.Equal((token, "10", "36", "ANNE POE"), FaceOf(await PaidByAsync(token)));
    }

    [Fact]
    public async Task Cancelled_it_comes_back_with_another_token()
    {
        var token = await _shop.TokenAsync(_customer);
        await _shop.SendAsync(HttpMethod.Delete, "/tokens/" + token, null);
        var another = await _shop.TokenAsync(_customer);
        Assert.NotEqual(token, another);
        Assert.Equal(["422 invalid /data/attributes/token"], Faults(await _shop.CreateAsync(ByToken(token, _customer))));
        Assert.Equal(another, await _shop.TokenAsync(_customer));
    }

    [Fact]
    public async Task Somebody_elses_is_another_and_so_is_another_card_or_one_of_the_other_dialect()
    {
        var order = Orders.Direct(Orders.NewReference(), Approved).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", _customer);
        var elsewhere = (string)(await server.Checkout.PostAsync("/v1/payments", order)).Payment["CreditCardToken"]!["Value"]!;
        string[] tokens = [elsewhere, await _shop.TokenAsync(_customer), await _shop.TokenAsync(_customer, Orders.Visa), await _shop.TokenAsync(_customer + "-b")];
        Assert.Equal(4, tokens.Distinct().Count());
        Assert.Equal(tokens[1], await _shop.TokenAsync(_customer));
    }

    [Fact]
    public async Task A_refund_of_either_payment_finds_its_way()
    {
        var first = await _shop.PaidAsync(Tokenized(_customer));
        var second = await _shop.PaidAsync(Tokenized(_customer));
        foreach (var invoice in new[] { second, first })
            Assert.Equal(200, (int)(await _shop.RefundAsync(invoice, new() { ["reference_id"] = "r-" + Id(invoice) })).Status);
        Assert.Equal(("refunded", "refunded"), ((string?)(await ReadAsync(first))["status"], (string?)(await ReadAsync(second))["status"]));
    }

    [Fact]
    public async Task What_was_agreed_and_the_number_of_its_uses_are_those_of_the_kept_card()
    {
        var token = await _shop.TokenAsync(_customer);
        await PaidByAsync(token);
        await _shop.TokenAsync(_customer, expiry: "01/40");
        var card = (await server.Checkout.Services.GetRequiredService<FindSavedCard>().RunAsync(1010, token))!;
        Assert.Equal((1, "01/40", ConsentGiver.Merchant), (card.Uses, card.Face.Expiry.Printed, card.Consent!.Giver));
        Assert.Equal(card.Number, Assert.Single(await server.Checkout.Services.GetRequiredService<ISavedCardStore>().SameCardAsync(1010, _customer, card.Fingerprint)).Number);
    }

    private async Task<JsonNode> VisitingAsync(string decision, string expiry)
    {
        var invoice = await _shop.CreateAsync(Tokenized(_customer), H2H);
        var sale = await _shop.SellAsync(invoice, Card(ThreeDSecure, expiry));
        await _shopper.DecideAsync((string)sale.Json!["auth_payload"]!["action"]!, decision);
        return await ReadAsync(invoice);
    }

    /// <summary>Charged by the merchant alone.</summary>
    private async Task<JsonNode> PaidByAsync(string token)
    {
        var invoice = await _shop.CreateAsync(Instant(token, _customer));
        await _shop.SellAsync(invoice, new JsonObject());
        return await ReadAsync(invoice);
    }

    private async Task<JsonNode> ReadAsync(Answer invoice) => Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));

    private static (string? Token, string? Month, string? Year, string? Holder) FaceOf(JsonNode invoice)
    {
        var payload = invoice["payload"]!;
        var card = payload["payment_card"]!;
        return ((string?)payload["token"], (string?)card["expiry_month"], (string?)card["expiry_year"], (string?)card["holder"]);
    }
}
