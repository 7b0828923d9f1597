using System.Net;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.MoneySafety;

/// <summary>The same wish sent more than once, at once or one after the other: the money moves once (PAY-3, PAY-13).</summary>
public sealed class DoubleSubmitTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    [Theory]
    [InlineData(2)]
    [InlineData(32)]
    public async Task A_form_sent_many_times_at_once_charges_once(int times)
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true));
        var answers = await AtOnceAsync(times, _ => _shopper.PostAsync(page, "card", Shopper.Typed()));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        await IsChargedOnceAsync(reference, 11);
        foreach (var answer in answers) Assert.Equal($"{Orders.ReturnUrl}&data=2&MerchantTransactionID={reference}", (await _shopper.FollowAsync(answer)).GoesTo);
    }

    [Fact]
    public async Task Many_forms_with_different_cards_charge_one_of_them()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        string[] cards = [Orders.Visa, "4548812049400004", "5555555555554444", Orders.Challenged];
        await AtOnceAsync(16, i => _shopper.PostAsync(page, "card", Shopper.Typed(cards[i % cards.Length])));
        Assert.InRange((await server.Checkout.LedgerAsync(reference)).Length, 0, 1);
        Assert.Contains((await PaymentAsync(reference))["Status"]!["ID"]!.GetValue<int>(), new[] { 1, 9 });
    }

    [Fact]
    public async Task A_card_that_is_saved_twice_at_once_is_saved_once()
    {
        var (shopper, reference) = (Orders.NewReference("shopper"), Orders.NewReference());
        JsonObject Order(string name) => Orders.Hosted(name).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", shopper);
        var page = await _shopper.OrderAsync(Order(reference));
        await AtOnceAsync(8, _ => _shopper.PostAsync(page, "card", Shopper.Typed(save: true)));
        await IsChargedOnceAsync(reference, 9);

        var second = Orders.NewReference();
        var choice = await _shopper.OrderAsync(Order(second));
        var radio = Assert.Single(choice.Document.QuerySelectorAll("input[name=saved-card]"));
        await AtOnceAsync(16, _ => _shopper.PostAsync(choice, "card", [("saved-card", radio.GetAttribute("value")!), ("security-code", "123"), ("pay", "1")]));
        await IsChargedOnceAsync(second, 9);
    }

    [Fact]
    public async Task A_form_sent_again_after_the_end_changes_nothing()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        await _shopper.PayAsync(page);
        var before = (await PaymentAsync(reference)).ToJsonString();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.SeeOther, (await _shopper.PostAsync(page, "card", Shopper.Typed("4548812049400004"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _shopper.PostAsync(page, "leave", [("cancel", "1")])).Status);
        await IsChargedOnceAsync(reference, 9);
        Assert.Equal(before, (await PaymentAsync(reference)).ToJsonString());
    }

    [Fact]
    public async Task Paying_and_leaving_at_once_ends_in_one_of_both()
    {
        for (var round = 0; round < 8; round++)
        {
            var reference = Orders.NewReference();
            var page = await _shopper.OrderAsync(Orders.Hosted(reference));
            await AtOnceAsync(4, i => _shopper.PostAsync(page, i % 2 == 0 ? "card" : "leave", i % 2 == 0 ? Shopper.Typed() : [("cancel", "1")]));
            var status = (int)(await PaymentAsync(reference))["Status"]!["ID"]!;
            Assert.Equal((status, status == 9 ? 1 : 0), (Assert.Single([9, 3], s => s == status), (await server.Checkout.LedgerAsync(reference)).Length));
        }
    }

    [Fact]
    public async Task A_reference_that_comes_again_is_refused()
    {
        var reference = Orders.NewReference();
        Assert.Equal(9, (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference))).StatusId);
        foreach (var order in new[] { Orders.Direct(reference), Orders.Direct(reference, "4548812049400004", 1), Orders.Hosted(reference) })
        {
            var answer = await server.Checkout.PostAsync("/v1/payments", order);
            Assert.Equal((400, 20), ((int)answer.Status, Assert.Single(answer.Codes)));
            Assert.Equal((reference, (long)order["Payment"]!["Amount"]!), ((string)answer.Payment["MerchantTransactionID"]!, (long)answer.Payment["Amount"]!));
            Assert.Null(answer.Payment["ID"]);
        }

        await IsChargedOnceAsync(reference, 9);
    }

    [Fact]
    public async Task A_reference_that_comes_many_times_at_once_charges_once()
    {
        var reference = Orders.NewReference();
        var answers = await AtOnceAsync(32, _ => server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference)));
        Assert.Equal(9, Assert.Single(answers, a => (int)a.Status == 201).StatusId);
        Assert.All(answers.Where(a => (int)a.Status != 201), a => Assert.Equal((400, 20), ((int)a.Status, Assert.Single(a.Codes))));
        await IsChargedOnceAsync(reference, 9);
    }

    internal static async Task<T[]> AtOnceAsync<T>(int times, Func<int, Task<T>> send) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(() => send(i))));

    private async Task<JsonNode> PaymentAsync(string reference) =>
        (await server.Checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]!.AsArray().Single()!;

    private async Task IsChargedOnceAsync(string reference, int status)
    {
        Assert.Equal("approved", Assert.Single(await server.Checkout.LedgerAsync(reference), l => l.Kind == "authorise").State);
        Assert.Equal(status, (int)(await PaymentAsync(reference))["Status"]!["ID"]!);
    }
}
