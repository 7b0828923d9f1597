using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Where the shopper's bank sends the shopper back to in this dialect: <c>/complete-auth?pid=pay_…</c> (§12).</summary>
public sealed class BankReturnTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Coming_back_in_any_form_and_any_number_of_times_ends_at_the_merchant_once(bool posts)
    {
        var (invoice, parameters) = await SoldAsync();
        var back = (string)parameters["TermUrl"]!;
        Assert.Matches("/complete-auth\\?pid=pay_[0-9A-Za-z]{24,}$", back);
        using (var bank = new HttpRequestMessage(HttpMethod.Post, (string)parameters["page"]!) { Content = new FormUrlEncodedContent([new("decision", "approve")]) })
        using (await server.Checkout.Http.SendAsync(bank))
        {
        }

        for (var i = 0; i < 3; i++)
        {
            var answer = posts ? await _shopper.PostAsync(back, [("MD", (string)parameters["MD"]!), ("anything", "else")]) : await _shopper.GetAsync(back);
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
            Assert.Equal(Orders.ReturnUrl, (await _shopper.FollowAsync(answer)).GoesTo);
        }

        Assert.Equal("processed", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
        Assert.Equal(["authorise", "capture"], (await server.Checkout.LedgerAsync((string)Attributes(invoice)["reference_id"]!)).Select(l => l.Kind));
    }

    [Fact]
    public async Task Coming_back_without_having_been_there_settles_nothing()
    {
        var (invoice, parameters) = await SoldAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _shopper.PostAsync((string)parameters["TermUrl"]!, [("PaRes", "eJxVforged"), ("MD", (string)parameters["MD"]!)])).Status);
        Assert.Equal("process_pending", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
    }

    [Theory]
    [InlineData("/complete-auth")]
    [InlineData("/complete-auth?pid=")]
    [InlineData("/complete-auth?pid=pay_")]
    [InlineData("/complete-auth?pid=pay_0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("/complete-auth?pid=cpi_0123456789ABCDEF")]
    public async Task A_stranger_learns_nothing(string address)
    {
        var unknown = await _shopper.GetAsync("/pay/x");
        foreach (var answer in new[] { await _shopper.GetAsync(address), await _shopper.PostAsync(address, [("PaRes", "x")]) })
            Assert.Equal((HttpStatusCode.NotFound, unknown.Text), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task A_word_of_another_link_of_the_payment_is_none()
    {
        var (invoice, _) = await SoldAsync();
        var page = await _shopper.GetAsync((string)Attributes(invoice)["flow_data"]!["action"]!);
        var link = page.Document.QuerySelector("form")!.GetAttribute("action")!;
        Assert.Matches("^/pay/[0-9A-F]{32}", link);
        var word = link.Split('/', '?')[2];
        Assert.Equal(HttpStatusCode.NotFound, (await _shopper.GetAsync("/complete-auth?pid=pay_" + word)).Status);
    }

    /// <summary>A sale that waits for the bank, with the fields that go there and the bank's page.</summary>
    private async Task<(Answer Invoice, JsonNode Parameters)> SoldAsync()
    {
        var invoice = await _shop.CreateAsync(Invoice().And("return_url", Orders.ReturnUrl), H2H);
        var payload = (await _shop.SellAsync(invoice, Card(ThreeDSecure))).Json!["auth_payload"]!;
        var parameters = payload["params"]!.DeepClone();
        parameters["page"] = (string)payload["action"]!;
        return (invoice, parameters);
    }
}
