using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Upstream;
using Checkout.Tests.Server.Notices;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Whether the card's bank has seen the shopper is told with the card that was used, where it was so (§8, §12).</summary>
public sealed class VerificationTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string None = "[]";
    private const string Amex = "378282246310005";

    private static int _lastSite = 7900;

    private readonly int _site = Interlocked.Increment(ref _lastSite);

    [Theory]
    [InlineData(ThreeDSecure, "12/32", ChallengeShape.First, "processed", "02", "1")]
    [InlineData(ThreeDSecure, "12/32", ChallengeShape.Second, "processed", "02", "2")]
    [InlineData(Orders.Challenged, "12/32", ChallengeShape.First, "processed", "05", "1")]
    [InlineData(Orders.Challenged, "12/32", ChallengeShape.Second, "processed", "05", "2")]
    // The bank has vouched for the shopper, and then there was no money.
    [InlineData(DeclinedAfter3ds, "05/29", ChallengeShape.Second, "process_failed", "05", "2")]
    public async Task After_a_passed_challenge_it_says_how_far_the_bank_vouches(string card, string expiry, ChallengeShape shape, string status, string eci, string version)
    {
        var shop = await ChallengeShop.OpenAsync(server.Checkout, _site, shape);
        var sold = await shop.SellsAsync(card, expiry);
        Assert.Equal(None, Of(await shop.ReadAsync(sold)));
        await shop.PassesAsync(sold);
        Assert.Equal(status, await shop.StatusAsync(sold));
        Assert.Equal(Told(eci, version), Of(await shop.ReadAsync(sold)));
    }

    [Theory]
    [InlineData("refuse", "process_failed")]
    [InlineData("cancel", "terminated")]
    public async Task A_challenge_that_was_not_passed_is_not_told(string decision, string status)
    {
        var shop = await ChallengeShop.OpenAsync(server.Checkout, _site, ChallengeShape.Second);
        var sold = await shop.SellsAsync();
        await shop.PassesAsync(sold, decision);
        Assert.Equal((status, None), (await shop.StatusAsync(sold), Of(await shop.ReadAsync(sold))));
    }

    [Fact]
    public async Task A_card_that_nobody_asked_about_says_nothing()
    {
        var shop = new CardgateShop(server.Checkout);
        foreach (var card in new[] { Approved, Amex })
        {
            var invoice = await shop.CreateAsync(Invoice(), H2H);
            await shop.SellAsync(invoice, Card(card, code: card == Amex ? "1234" : "123"));
            Assert.Equal(None, Of(Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice)))));
        }
    }

    [Fact]
    public async Task A_challenge_of_an_earlier_card_is_not_told_of_the_card_that_paid()
    {
        var (shop, shopper) = (new CardgateShop(server.Checkout), new Shopper(server.Checkout));
        var invoice = await shop.CreateAsync(Invoice());
        var form = await shopper.OpenAsync((string)Attributes(invoice)["flow_data"]!["action"]!);
        var toBank = await shopper.FollowAsync(await shopper.PostAsync(form, "card", Shopper.Typed(DeclinedAfter3ds, expiry: "05/29")));
        var again = await shopper.DecideAsync(await shopper.PostAsync(toBank, "continue", []), "approve");
        Assert.True(again.Has("declined"), again.Answer.ToString());
        await shopper.PayAsync(again, Approved);
        var read = Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("processed", None), ((string?)read["status"], Of(read)));
    }

    [Fact]
    public async Task A_saved_card_says_it_of_the_payment_that_was_challenged_only()
    {
        var (shop, shopper) = (new CardgateShop(server.Checkout), new Shopper(server.Checkout));
        var invoice = await shop.CreateAsync(Tokenized("verified-1"), H2H);
        var bank = (string)(await shop.SellAsync(invoice, Card(Orders.Challenged))).Json!["auth_payload"]!["action"]!;
        await shopper.DecideAsync(bank, "approve");
        var first = Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(Told("05", "1"), Of(first));

        var later = await shop.CreateAsync(ByToken((string)first["payload"]!["token"]!, "verified-1"));
        Assert.Null(Attributes(later)["payload"]);
        await shopper.FollowAsync(await shopper.PostAsync(await shopper.OpenAsync((string)Attributes(later)["flow_data"]!["action"]!), "card", [("security-code", "123"), ("pay", "1")]));
        var read = Attributes(await shop.GetAsync("/payment-invoices/" + Id(later)));
        Assert.Equal("process_pending", (string?)read["status"]);
        Assert.Equal(None, Of(read));
    }

    [Fact]
    public async Task A_checked_card_and_a_payment_of_the_other_dialect_say_it_too()
    {
        var shop = await ChallengeShop.OpenAsync(server.Checkout, _site, ChallengeShape.Second);
        var check = await shop.SellsAsync(attributes: Invoice().And("flow", "verify"));
        await shop.PassesAsync(check);
        Assert.Equal(("verified", Told("02", "2")), (await shop.StatusAsync(check), Of(await shop.ReadAsync(check))));

        var shopper = new Shopper(server.Checkout);
        var payment = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("3DSecure", true).With("Capture", true))).Payment;
        await shopper.DecideAsync((await shopper.OpenAsync((string)payment["RedirectURL"]!)).GoesTo!, "approve");
        Assert.Equal(Told("05", "1"), Of(Attributes(await new CardgateShop(server.Checkout).GetAsync($"/payment-invoices/{payment["ID"]}"))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_callback_tells_it_as_a_read_does_unless_the_card_is_hidden(bool isHidden)
    {
        await using var listener = await ReceivingShop.OpenAsync();
        listener.Answers = _ => Task.FromResult(200);
        var shop = await ChallengeShop.OpenAsync(server.Checkout, _site, ChallengeShape.Second, new MerchantSettings { CallbackUrl = listener.Url, CallbackHidesCard = isHidden });
        var sold = await shop.SellsAsync();
        await shop.PassesAsync(sold);
        var told = await RunningCheckout.EventuallyAsync(() => Task.FromResult(listener.About(sold.Reference)), heard => heard.Any(n => (string?)n.Invoice!["status"] == "processed"));
        var payload = told.Last(n => (string?)n.Invoice!["status"] == "processed").Invoice!["payload"]!;
        Assert.Equal(isHidden ? null : Told("02", "2"), payload["payment_card"]?["verification"]!.ToJsonString());
        if (isHidden) Assert.DoesNotContain("eci", payload.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Of(JsonNode invoice) => invoice["payload"]!["payment_card"]!["verification"]!.ToJsonString();

    private static string Told(string eci, string version) => $$$"""[{"type":"3ds","details":{"eci":"{{{eci}}}","version":"{{{version}}}"}}]""";
}
