using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The published test cards, date by date: what the last page of a merchant's own tests relies on.</summary>
public sealed class TestCardTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    /// <summary>All published dates of the failing cards.</summary>
    public static TheoryData<string, string> Rows { get; } = new()
    {
        { "08/56", "access_denied" }, { "07/55", "error" }, { "06/54", "provider_error" }, { "05/53", "unknown" }, { "04/52", "duplicated_transaction" },
        { "03/51", "auth_fatal_error" }, { "02/50", "unable_to_determine_3ds_enrolment" }, { "01/49", "card_is_3ds_enrolled" }, { "12/48", "card_is_not_3ds_enrolled" },
        { "11/47", "issuer_decline" }, { "10/46", "client_auth_failed" }, { "09/45", "provider_fatal_error" }, { "08/44", "invalid_details" }, { "07/43", "invalid_pin" },
        { "06/42", "antifraud_error" }, { "05/41", "invalid_card" }, { "04/40", "fatal_error" }, { "03/39", "unable_to_reconcile" }, { "02/38", "invalid_amount" },
        { "01/37", "limit_violation" }, { "12/36", "functionality_is_not_permitted" }, { "11/35", "invalid_request" }, { "10/34", "lost_or_stolen_card" }, { "09/33", "declined" },
        { "08/32", "invalid_otp" }, { "07/31", "invalid_3ds_code" }, { "06/30", "invalid_card_status" }, { "05/29", "insufficient_funds" }, { "04/28", "card_expired" },
        { "03/27", "invalid_cvv" }, { "02/26", "invalid_pan" }, { "01/25", "invalid_credentials" },
        { "12/31", "general_fatal_error" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_failing_card_fails_as_its_date_says(string expiry, string resolution)
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        var sold = await _shop.SellAsync(invoice, Card(Declined, expiry));
        Assert.Equal((201, "process_failed", resolution), ((int)sold.Status, (string?)sold.Json!["status"], (string?)sold.Json["resolution"]));
        Assert.Null(sold.Json["auth_mode"]);

        var now = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("process_failed", resolution, resolution), ((string?)now["status"], (string?)now["resolution"], (string?)now["original_data"]!["original_resolution"]));
        Assert.NotNull((string?)now["resolution_message"]);
    }

    [Theory]
    [InlineData(Approved, "ok")]
    [InlineData(ThreeDSecure, "auth_3ds_required")]
    public async Task One_date_waits_for_ever(string number, string resolution)
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        await _shop.SellAsync(invoice, Card(number, "07/77"));
        var now = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("process_pending", resolution), ((string?)now["status"], (string?)now["resolution"]));
    }

    [Theory]
    [InlineData("01/25", "invalid_credentials")]
    [InlineData("02/26", "invalid_pan")]
    public async Task Dates_that_are_over_are_taken_on_the_page_too(string expiry, string resolution)
    {
        var shopper = new Shopper(server.Checkout);
        var invoice = await _shop.CreateAsync(Invoice().And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["retry_limit"] = 1 } }));
        await shopper.PostAsync(await OpenPageAsync(invoice, shopper), "card", Shopper.Typed(Declined, expiry: expiry));
        var now = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("process_failed", resolution), ((string?)now["status"], (string?)now["resolution"]));

        // Other cards are held to their dates.
        var other = await OpenPageAsync(await _shop.CreateAsync(Invoice()), shopper);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shopper.PostAsync(other, "card", Shopper.Typed(Orders.Visa, expiry: expiry))).Status);
    }

    [Theory]
    [InlineData("charge", "03/51", "process_failed", "auth_fatal_error")]
    [InlineData("charge", "09/45", "process_failed", "provider_fatal_error")]
    [InlineData("charge", "06/42", "process_failed", "antifraud_error")]
    [InlineData("charge", "04/40", "process_failed", "fatal_error")]
    [InlineData("verify", "04/40", "verify_failed", "fatal_error")]
    [InlineData("charge", "12/31", "process_failed", "general_fatal_error")]
    public async Task On_the_page_what_is_fatal_ends_the_payment_at_once(string flow, string expiry, string status, string resolution)
    {
        var shopper = new Shopper(server.Checkout);
        var invoice = await _shop.CreateAsync(Invoice().And("flow", flow));
        var page = await shopper.FollowAsync(await shopper.PostAsync(await OpenPageAsync(invoice, shopper), "card", Shopper.Typed(Declined, expiry: expiry)));
        Assert.Equal((HttpStatusCode.OK, false), (page.Status, page.Has("card-number")));
        var now = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal((status, resolution), ((string?)now["status"], (string?)now["resolution"]));
        Assert.False((await OpenPageAsync(invoice, shopper)).Has("card-number"));
    }

    [Theory]
    [InlineData("06/54")]
    [InlineData("10/46")]
    [InlineData("10/34")]
    [InlineData("09/33")]
    public async Task On_the_page_after_any_other_failure_another_card_may_be_typed(string expiry)
    {
        var shopper = new Shopper(server.Checkout);
        var invoice = await _shop.CreateAsync(Invoice());
        var again = await shopper.FollowAsync(await shopper.PostAsync(await OpenPageAsync(invoice, shopper), "card", Shopper.Typed(Declined, expiry: expiry)));
        Assert.True(again.Has("declined") && again.Has("card-number"));
        await shopper.PayAsync(again, Orders.Visa);
        Assert.Equal("processed", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
    }

    [Fact]
    public void There_are_thirty_two_published_dates_and_one_for_all_others() => Assert.Equal(33, Rows.Count);
}
