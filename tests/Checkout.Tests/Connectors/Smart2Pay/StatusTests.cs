using System.Text.Json.Nodes;
using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Tests.Server;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>What each answer to a payment means, sample by sample and status by status.</summary>
public sealed class StatusTests
{
    private readonly ExamOrder _order = new();

    [Fact]
    public async Task A_direct_payment_shows_all_that_is_to_be_kept()
    {
        var yes = Assert.IsType<Approved>(await AnswerAsync(UpstreamSample.Of("direct").With("MethodTransactionID", "ARN7"), 201));
        Assert.Equal((_order.Amount, ApprovalStage.Done, "300001", "ARN7", PaymentReason.None), (yes.Amount, yes.Stage, yes.UpstreamId, yes.AcquirerReference, yes.Note));
        Assert.Equal(new FraudVerdict(FraudStatus.Accept, 31, "No decision provided"), yes.Fraud);
        Assert.Equal(UpstreamToken.Of("0F1E2D3C4B5A69788796A5B4C3D2E1F0"), yes.Token);
        Assert.Equal((Brand.Visa, "", "1111", "02/31", "Ana Pop"), (yes.Card!.Brand, yes.Card.First6, yes.Card.Last4, yes.Card.Expiry.Printed, yes.Card.Holder));
    }

    [Fact]
    public async Task A_one_click_payment_says_its_amount_as_a_text_and_leaves_fields_out()
    {
        var order = _order with { Capture = true };
        var yes = Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(order, 201, UpstreamSample.Of("one-click").With("MerchantTransactionID", order.Reference)));
        Assert.Equal((order.Amount, ApprovalStage.Done, (FraudVerdict?)null, "1111"), (yes.Amount, yes.Stage, yes.Fraud, yes.Card!.Last4));
    }

    [Fact]
    public async Task A_recurring_payment_shows_no_card()
    {
        var order = _order with { Currency = "BRL" };
        var yes = Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(order, 201, UpstreamSample.Of("recurring").About(order)));
        Assert.Null(yes.Card);
        Assert.NotNull(yes.Token);
    }

    [Fact]
    public async Task A_page_of_theirs_is_where_the_shopper_goes()
    {
        var asks = Assert.IsType<NeedsShopper>(await AnswerAsync(UpstreamSample.Of("hosted"), 201));
        Assert.Equal("300002", asks.UpstreamId);
        Assert.False(asks.Redirect.Post);
        Assert.Equal("https://pay.example/v1/Payments/FillCardDetails?PaymentToken=300002.1010.9C0D1E2F3A4B5C6D7E8F90A1B2C3D4E5", asks.Redirect.Url);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/v1/Payments/FillCardDetails")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://pay.example/page")]
    public async Task What_is_no_safe_page_sends_nobody(string? url) =>
        Assert.IsType<Unknown>(await AnswerAsync(UpstreamSample.Of("hosted").With("RedirectURL", url), 201));

    [Theory]
    [InlineData(11, null)]
    [InlineData(19, DisputeState.Open)]
    [InlineData(22, null)]
    [InlineData(23, DisputeState.Won)]
    [InlineData(24, DisputeState.Lost)]
    [InlineData(26, DisputeState.ChargedBack)]
    public async Task A_disputed_payment_says_so(int status, DisputeState? state)
    {
        var answer = await Smart2PayRig.AnswerAsync(_order with { Capture = true }, 201, UpstreamSample.Of("direct").About(_order).At(status));
        Assert.Equal(state, Assert.IsType<ConnectorOutcome.Approved>(answer).Dispute?.State);
    }

    [Theory]
    [InlineData(1, false, "Unknown")]
    [InlineData(2, false, "Unknown")]
    [InlineData(3, false, "Cancelled")]
    [InlineData(4, false, "Declined Declined")]
    [InlineData(5, false, "Declined LinkExpired")]
    [InlineData(7, false, "Unknown")]
    [InlineData(9, false, "Approved Done")]
    [InlineData(9, true, "Approved Requested")]
    [InlineData(10, false, "Unknown")]
    [InlineData(11, true, "Approved Done")]
    [InlineData(13, true, "Approved Requested")]
    [InlineData(14, false, "Unknown")]
    [InlineData(15, false, "Unknown")]
    [InlineData(16, false, "Cancelled")]
    [InlineData(19, true, "Approved Done")]
    [InlineData(20, true, "Unknown")]
    [InlineData(21, true, "Approved Done")]
    [InlineData(22, true, "Approved Done")]
    [InlineData(23, true, "Approved Done")]
    [InlineData(24, true, "Approved Done")]
    [InlineData(25, true, "Approved Done")]
    [InlineData(26, true, "Approved Done")]
    [InlineData(27, true, "Unknown")]
    [InlineData(30, true, "NeedsReview")]
    [InlineData(33, true, "Approved Queued CaptureWillRetry")]
    [InlineData(34, false, "Unknown")]
    [InlineData(35, false, "Approved Done")]
    [InlineData(99, false, "Unknown")]
    public async Task Each_status_has_its_meaning_when_it_is_answered_and_when_it_is_asked_about(int status, bool captures, string meaning)
    {
        var order = _order with { Capture = captures };
        var body = UpstreamSample.Of("direct").About(order).At(status);
        Assert.Equal(meaning, Word(await Smart2PayRig.AnswerAsync(order, 201, body)));

        using var rig = new Smart2PayRig();
        rig.Upstream.Says(200, body);
        Assert.Equal(meaning, Word(await rig.AskAsync(order.Query() with { UpstreamId = "300001" })));
    }

    [Fact]
    public async Task A_number_may_come_as_a_text()
    {
        var body = UpstreamSample.Of("direct").With("ID", "300001").With("SiteID", "1010").With("Amount", "2599").With("Status.ID", "9").With("MerchantTransactionID", _order.Reference);
        Assert.Equal((_order.Amount, "300001"), Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(_order, 201, body)) is var yes ? (yes.Amount, yes.UpstreamId) : default);
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("7")]
    public async Task An_answer_about_another_payment_decides_nothing(string reference) => await IsWrongAsync("MerchantTransactionID", reference);

    [Theory]
    [InlineData("1011")]
    [InlineData("null")]
    [InlineData("\"1010x\"")]
    public async Task An_answer_of_another_site_decides_nothing(string site) => await IsWrongAsync("SiteID", site);

    [Theory]
    [InlineData("Amount", "2600")]
    [InlineData("Amount", "0")]
    [InlineData("Currency", "\"USD\"")]
    public async Task Another_amount_is_passed_on_to_be_compared(string field, string value) =>
        Assert.NotEqual(_order.Amount, Assert.IsType<Approved>(await ChangedAsync(field, value)).Amount);

    [Theory]
    [InlineData("Amount", "null")]
    [InlineData("Amount", "25.99")]
    [InlineData("Amount", "-2599")]
    [InlineData("Amount", "2599e0")]
    [InlineData("Amount", "\"25,99\"")]
    [InlineData("Amount", "\"\"")]
    [InlineData("Amount", "1000000000000")]
    [InlineData("Amount", "true")]
    [InlineData("Currency", "null")]
    [InlineData("Currency", "\"XXX\"")]
    [InlineData("Currency", "\"eur\"")]
    [InlineData("ID", "null")]
    [InlineData("ID", "0")]
    [InlineData("Status", "null")]
    [InlineData("Status", "\"9\"")]
    [InlineData("Status", "[]")]
    public async Task What_cannot_be_read_decides_nothing(string field, string value) => Assert.IsType<Unknown>(await ChangedAsync(field, value));

    [Theory]
    [InlineData("Card")]
    [InlineData("CreditCardToken")]
    [InlineData("Fraud")]
    [InlineData("Status.Reasons")]
    [InlineData("MethodTransactionID")]
    public async Task What_is_not_needed_may_be_null(string field) => Assert.Equal(_order.Amount, Assert.IsType<Approved>(await ChangedAsync(field, "null")).Amount);

    [Fact]
    public async Task A_charge_that_was_to_take_all_and_took_a_part_says_the_part()
    {
        var order = _order with { Capture = true };
        var body = UpstreamSample.Of("direct").About(order).At(35).With("CapturedAmount", "1000");
        Assert.Equal(1000, Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(order, 201, body)).Amount.Minor);
        Assert.Equal(2599, Assert.IsType<Approved>(await Smart2PayRig.AnswerAsync(_order, 201, body.DeepClone().AsObject().About(_order))).Amount.Minor);
    }

    [Fact]
    public async Task A_review_says_what_the_fraud_check_said()
    {
        var fraud = new JsonObject { ["Status"] = "Challenge", ["Score"] = 72, ["Reason"] = "odd" };
        Assert.Equal(new FraudVerdict(FraudStatus.Challenge, 72, "odd"), Assert.IsType<NeedsReview>(await AnswerAsync(UpstreamSample.Of("direct").At(30, 117).With("Fraud", fraud), 201)).Fraud);
        Assert.Equal(FraudStatus.Challenge, Assert.IsType<NeedsReview>(await AnswerAsync(UpstreamSample.Of("direct").At(30).With("Fraud", null), 201)).Fraud.Status);
    }

    private Task<ConnectorOutcome> AnswerAsync(JsonObject body, int status) => Smart2PayRig.AnswerAsync(_order, status, body.About(_order));

    private Task<ConnectorOutcome> ChangedAsync(string field, string value) =>
        Smart2PayRig.AnswerAsync(_order, 201, UpstreamSample.Of("direct").About(_order).With(field, JsonNode.Parse(value)));

    private async Task IsWrongAsync(string field, string value)
    {
        foreach (var (name, status) in new[] { ("direct", 201), ("invalid", 400) })
        {
            var body = UpstreamSample.Of(name).About(_order).With(field, JsonNode.Parse(value));
            Assert.Equal(new Unknown(ConnectorFault.WrongReference), await Smart2PayRig.AnswerAsync(_order, status, body));
        }
    }

    internal static string Word(ConnectorOutcome outcome) => outcome switch
    {
        Approved { Note: PaymentReason.None } yes => $"Approved {yes.Stage}",
        Approved yes => $"Approved {yes.Stage} {yes.Note}",
        Declined no => $"Declined {no.Reason}",
        _ => outcome.GetType().Name,
    };
}
