using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Tests.Server;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>What a "no" to a payment means: only one that says why, about our payment, is one.</summary>
public sealed class RefusalTests
{
    private readonly ExamOrder _order = new();

    [Theory]
    [InlineData(103, PaymentReason.TooManyTries)]
    [InlineData(104, PaymentReason.LinkExpired)]
    [InlineData(116, PaymentReason.FraudDenied)]
    [InlineData(117, PaymentReason.FraudChallenged)]
    [InlineData(118, PaymentReason.ReviewRejected)]
    [InlineData(119, PaymentReason.CancelledByShopper)]
    [InlineData(2400, PaymentReason.TokenNotAvailable)]
    [InlineData(2401, PaymentReason.TokenNotAvailable)]
    [InlineData(2402, PaymentReason.TokenLimitReached)]
    [InlineData(5005, PaymentReason.Declined)]
    [InlineData(5014, PaymentReason.InvalidCard)]
    [InlineData(5041, PaymentReason.LostOrStolenCard)]
    [InlineData(5043, PaymentReason.LostOrStolenCard)]
    [InlineData(5051, PaymentReason.InsufficientFunds)]
    [InlineData(5054, PaymentReason.CardExpired)]
    [InlineData(5057, PaymentReason.NotPermitted)]
    [InlineData(5061, PaymentReason.LimitExceeded)]
    [InlineData(5065, PaymentReason.AuthenticationNeeded)]
    [InlineData(5068, PaymentReason.CaptureTimedOut)]
    [InlineData(5082, PaymentReason.WrongSecurityCode)]
    [InlineData(5088, PaymentReason.AuthenticationFailed)]
    [InlineData(5096, PaymentReason.Declined)]
    [InlineData(31337, PaymentReason.Declined)]
    public async Task A_failed_payment_says_why(int code, PaymentReason reason)
    {
        Assert.Equal(reason, await FailedAsync(400, code));
        Assert.Equal(reason, await FailedAsync(402, code));
        Assert.Equal(reason, await FailedAsync(201, code));
    }

    [Fact]
    public async Task The_first_reason_that_means_something_counts()
    {
        Assert.Equal(PaymentReason.InsufficientFunds, await FailedAsync(400, 13, 5051, 5054));
        Assert.Equal(PaymentReason.Declined, await FailedAsync(400));
    }

    [Fact]
    public async Task A_code_may_be_a_text()
    {
        var reasons = new JsonArray(new JsonObject { ["Code"] = "5051", ["Info"] = null }, "odd", null);
        var body = UpstreamSample.Of("direct").About(_order).At(4).With("Status.Reasons", reasons);
        Assert.Equal(PaymentReason.InsufficientFunds, Assert.IsType<Declined>(await Smart2PayRig.AnswerAsync(_order, 400, body)).Reason);
    }

    [Fact]
    public async Task A_denial_shows_the_fraud_checks_verdict()
    {
        var fraud = new JsonObject { ["Status"] = "Deny", ["Score"] = 99, ["Reason"] = "known" };
        var body = UpstreamSample.Of("direct").About(_order).At(4, 116).With("Fraud", fraud);
        Assert.Equal(new Declined(PaymentReason.FraudDenied, new FraudVerdict(FraudStatus.Deny, 99, "known")), await Smart2PayRig.AnswerAsync(_order, 400, body));
    }

    [Theory]
    [InlineData(20, "Unknown")]
    [InlineData(1010, "Unknown")]
    [InlineData(1, "Declined ProviderError")]
    [InlineData(1001, "Declined ProviderError")]
    [InlineData(1601, "Declined ProviderError")]
    [InlineData(1200, "Declined InvalidCard")]
    [InlineData(1201, "Declined InvalidCard")]
    [InlineData(1204, "Declined InvalidCard")]
    [InlineData(1205, "Declined CardExpired")]
    [InlineData(2400, "Declined TokenNotAvailable")]
    [InlineData(2401, "Declined TokenNotAvailable")]
    [InlineData(2402, "Declined TokenLimitReached")]
    [InlineData(2404, "Declined TokenNotAvailable")]
    public async Task A_request_that_made_nothing_is_a_no_unless_it_was_made_before(int code, string meaning) =>
        Assert.Equal(meaning, StatusTests.Word(await Smart2PayRig.AnswerAsync(_order, 400, UpstreamSample.Of("invalid").About(_order).At(null, code))));

    [Fact]
    public async Task A_duplicate_among_other_faults_is_asked_about() =>
        Assert.IsType<Unknown>(await Smart2PayRig.AnswerAsync(_order, 400, UpstreamSample.Of("invalid").About(_order).At(null, 1003, 20)));

    [Fact]
    public async Task Wrong_credentials_are_a_no_only_where_something_new_was_asked()
    {
        Assert.Equal(new Declined(PaymentReason.ProviderError), await Smart2PayRig.AnswerAsync(_order, 401, UpstreamSample.Of("denied")));
        Assert.Equal(new Declined(PaymentReason.ProviderError), await Smart2PayRig.AnswerAsync(_order with { IsCheck = true }, 401, UpstreamSample.Of("denied")));

        using var rig = new Smart2PayRig();
        for (var i = 0; i < 3; i++) rig.Upstream.Says(401, UpstreamSample.Of("denied"));
        Assert.IsType<Unknown>(await rig.AskAsync(_order.Query()));
        Assert.IsType<Unknown>(await rig.AskAsync(_order.Query() with { UpstreamId = "300001" }));
        Assert.IsType<Unknown>(await rig.SendAsync(Smart2PayRig.FollowUp(_order, AttemptKind.Refund)));
    }

    [Theory]
    [InlineData(400, "{}")]
    [InlineData(400, """{"Message":"Bad request"}""")]
    [InlineData(401, """{"error":"who are you"}""")]
    [InlineData(403, """{"Message":"Forbidden"}""")]
    [InlineData(404, """{"Message":"No such path"}""")]
    [InlineData(201, """{"Payments":[]}""")]
    [InlineData(201, """{"Refund":{"ID":1}}""")]
    [InlineData(201, """{"Payment":null}""")]
    public async Task What_is_no_answer_to_a_payment_is_unknown(int status, string body) =>
        Assert.Equal(new Unknown(ConnectorFault.UnreadableAnswer), await Smart2PayRig.AnswerAsync(_order, status, JsonNode.Parse(body)!));

    [Theory]
    [InlineData(404, 4)]
    [InlineData(400, 9)]
    [InlineData(400, 11)]
    [InlineData(400, 1)]
    [InlineData(400, 7)]
    public async Task An_answer_that_contradicts_itself_is_unknown(int http, int status) =>
        Assert.IsType<Unknown>(await Smart2PayRig.AnswerAsync(_order, http, UpstreamSample.Of("direct").About(_order).At(status, 5005)));

    [Fact]
    public async Task A_refusal_without_a_reason_is_unknown() =>
        Assert.IsType<Unknown>(await Smart2PayRig.AnswerAsync(_order, 400, UpstreamSample.Of("invalid").About(_order).At(null)));

    [Fact]
    public async Task A_dead_line_is_unknown()
    {
        using var rig = new Smart2PayRig();
        Assert.IsType<Unknown>(await rig.SendAsync(_order));
    }

    private async Task<PaymentReason> FailedAsync(int http, params int[] codes) =>
        Assert.IsType<Declined>(await Smart2PayRig.AnswerAsync(_order, http, UpstreamSample.Of("direct").About(_order).At(4, codes))).Reason;
}
