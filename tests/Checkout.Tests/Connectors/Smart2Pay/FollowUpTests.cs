using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Tests.Server;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>Captures, cancels and refunds: what goes out and what each answer means.</summary>
public sealed class FollowUpTests : IDisposable
{
    private readonly Smart2PayRig _rig = new();
    private readonly ExamOrder _order = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(AttemptKind.Capture, "/v1/payments/300001/capture?amount=500")]
    [InlineData(AttemptKind.Cancel, "/v1/payments/300001/cancel")]
    [InlineData(AttemptKind.Accept, "/v1/payments/300001/challenge/accept")]
    [InlineData(AttemptKind.Refund, "/v1/payments/300001/refunds")]
    public async Task Each_goes_to_its_address_under_its_own_name(AttemptKind kind, string path)
    {
        var follow = Smart2PayRig.FollowUp(_order, kind, 500);
        await _rig.SendAsync(follow);
        var sent = _rig.Upstream.Last;
        Assert.Equal(("POST", path, follow.Reference, Smart2PayRig.Credentials), (sent.Method, sent.Path, sent.RequestId, sent.Authorization));
        if (kind == AttemptKind.Refund) Assert.Equal($$$"""{"Refund":{"MerchantTransactionID":"{{{follow.Reference}}}","Amount":500}}""", sent.Body!.ToJsonString());
        else Assert.Null(sent.Body);
    }

    [Fact]
    public async Task A_charge_whose_name_there_is_not_known_is_looked_up_first()
    {
        var line = UpstreamSample.Of("direct").About(_order);
        _rig.Upstream.Says(200, AskingTests.Payments(line["Payment"]!.DeepClone())).Says(200, line).Says(200, UpstreamSample.Of("direct").About(_order).At(3));
        Assert.IsType<Approved>(await _rig.SendAsync(_order.FollowUp(AttemptKind.Cancel)));
        Assert.Equal("/v1/payments/300001/cancel", _rig.Upstream.Last.Path);
    }

    [Fact]
    public async Task What_cannot_be_looked_up_is_not_sent()
    {
        Assert.IsType<NotSent>(await _rig.SendAsync(_order.FollowUp(AttemptKind.Cancel)));
        _rig.Upstream.Says(200, AskingTests.Payments());
        Assert.IsType<NotFound>(await _rig.SendAsync(_order.FollowUp(AttemptKind.Cancel)));
        Assert.All(_rig.Upstream.Sent, sent => Assert.Equal("GET", sent.Method));
    }

    [Theory]
    [InlineData(AttemptKind.Capture, 11, "Approved Done")]
    [InlineData(AttemptKind.Capture, 35, "Approved Done")]
    [InlineData(AttemptKind.Capture, 13, "Approved Requested")]
    [InlineData(AttemptKind.Capture, 33, "Approved Queued CaptureWillRetry")]
    [InlineData(AttemptKind.Capture, 4, "Declined CaptureTimedOut")]
    [InlineData(AttemptKind.Capture, 9, "Unknown")]
    [InlineData(AttemptKind.Capture, 14, "Unknown")]
    [InlineData(AttemptKind.Cancel, 3, "Approved Done")]
    [InlineData(AttemptKind.Cancel, 15, "Approved Requested")]
    [InlineData(AttemptKind.Cancel, 34, "Approved Queued")]
    [InlineData(AttemptKind.Cancel, 9, "Unknown")]
    [InlineData(AttemptKind.Accept, 9, "Approved Done")]
    [InlineData(AttemptKind.Accept, 11, "Approved Done")]
    [InlineData(AttemptKind.Accept, 13, "Approved Done")]
    [InlineData(AttemptKind.Accept, 30, "Unknown")]
    [InlineData(AttemptKind.Accept, 3, "Declined ReviewRejected")]
    public async Task An_accepted_action_stands_as_the_payment_says(AttemptKind kind, int status, string meaning)
    {
        _rig.Upstream.Says(200, UpstreamSample.Of("direct").About(_order).With("CapturedAmount", "2599").At(status, status == 4 ? [5068] : []));
        Assert.Equal(meaning, StatusTests.Word(await _rig.SendAsync(Smart2PayRig.FollowUp(_order, kind))));
    }

    [Theory]
    [InlineData(AttemptKind.Capture, 9, 5005, "Declined Declined")]
    [InlineData(AttemptKind.Cancel, 9, 5057, "Declined NotPermitted")]
    [InlineData(AttemptKind.Capture, 4, 5068, "Declined CaptureTimedOut")]
    [InlineData(AttemptKind.Capture, null, 1010, "Unknown")]
    [InlineData(AttemptKind.Capture, null, 20, "Unknown")]
    [InlineData(AttemptKind.Capture, null, 1013, "Declined NotPermitted")]
    [InlineData(AttemptKind.Capture, null, 1012, "Declined NotPermitted")]
    [InlineData(AttemptKind.Capture, null, 18, "Declined ProviderError")]
    public async Task A_refused_action_says_why(AttemptKind kind, int? status, int code, string meaning)
    {
        var body = status is null ? UpstreamSample.Of("invalid").About(_order) : UpstreamSample.Of("direct").About(_order);
        _rig.Upstream.Says(400, body.At(status, code));
        Assert.Equal(meaning, StatusTests.Word(await _rig.SendAsync(Smart2PayRig.FollowUp(_order, kind))));
    }

    [Theory]
    [InlineData(AttemptKind.Capture, 1006, 11, "Approved Done")]
    [InlineData(AttemptKind.Capture, 1006, 13, "Approved Requested")]
    [InlineData(AttemptKind.Capture, 1006, 3, "Declined NotPermitted")]
    [InlineData(AttemptKind.Capture, 1006, 9, "Declined NotPermitted")]
    [InlineData(AttemptKind.Capture, 105, 7, "Unknown")]
    [InlineData(AttemptKind.Cancel, 1006, 3, "Approved Done")]
    [InlineData(AttemptKind.Cancel, 1006, 16, "Approved Done")]
    [InlineData(AttemptKind.Cancel, 1006, 11, "Declined NotPermitted")]
    [InlineData(AttemptKind.Cancel, 21, 4, "Cancelled")]
    [InlineData(AttemptKind.Accept, 105, 9, "Approved Done")]
    [InlineData(AttemptKind.Accept, 105, 3, "Declined NotPermitted")]
    [InlineData(AttemptKind.Accept, 1006, 30, "Declined NotPermitted")]
    [InlineData(AttemptKind.Accept, 105, 7, "Unknown")]
    public async Task A_wrong_state_is_looked_at_before_it_is_believed(AttemptKind kind, int code, int stands, string meaning)
    {
        _rig.Upstream.Says(400, UpstreamSample.Of("invalid").About(_order).At(null, code))
            .Says(200, UpstreamSample.Of("direct").About(_order).With("CapturedAmount", "2599").At(stands));
        Assert.Equal(meaning, StatusTests.Word(await _rig.SendAsync(Smart2PayRig.FollowUp(_order, kind))));
        Assert.Equal("/v1/payments/300001", _rig.Upstream.Last.Path);
    }

    [Theory]
    [InlineData(3, "Approved Done")]
    [InlineData(15, "Approved Requested")]
    [InlineData(11, "Declined NotPermitted")]
    public async Task A_review_is_rejected_with_the_cancelled_payment_in_a_400(int stands, string meaning)
    {
        var after = UpstreamSample.Of("direct").About(_order).At(stands, 118);
        _rig.Upstream.Says(400, after).Says(200, after);
        Assert.Equal(meaning, StatusTests.Word(await _rig.SendAsync(Smart2PayRig.FollowUp(_order, AttemptKind.Cancel) with { OfReview = true })));
        Assert.Equal(["/v1/payments/300001/challenge/reject", "/v1/payments/300001"], _rig.Upstream.Sent.Select(s => s.Path));
    }

    [Fact]
    public async Task A_cancel_that_finds_a_review_rejects_it_once()
    {
        var (refused, held, gone) = (UpstreamSample.Of("invalid").About(_order).At(null, 1006), UpstreamSample.Of("direct").About(_order).At(30, 117), UpstreamSample.Of("direct").About(_order).At(3, 118));
        var cancel = Smart2PayRig.FollowUp(_order, AttemptKind.Cancel);
        _rig.Upstream.Says(400, refused).Says(200, held).Says(400, gone).Says(200, gone);
        Assert.Equal("Approved Done", StatusTests.Word(await _rig.SendAsync(cancel)));
        Assert.Equal(["/v1/payments/300001/cancel", "/v1/payments/300001/challenge/reject"], _rig.Upstream.Sent.Where(s => s.Method == "POST").Select(s => s.Path));
        Assert.All(_rig.Upstream.Sent.Where(s => s.Method == "POST"), s => Assert.Equal(cancel.Reference, s.RequestId));

        _rig.Upstream.Says(400, refused).Says(200, held).Says(400, refused).Says(200, held);
        Assert.Equal("Declined NotPermitted", StatusTests.Word(await _rig.SendAsync(cancel)));
    }

    [Fact]
    public async Task What_was_captured_by_another_is_not_our_capture()
    {
        _rig.Upstream.Says(400, UpstreamSample.Of("invalid").About(_order).At(null, 1006)).Says(200, UpstreamSample.Of("direct").About(_order).With("CapturedAmount", "1000").At(35));
        Assert.Equal(new Declined(PaymentReason.NotPermitted), await _rig.SendAsync(Smart2PayRig.FollowUp(_order, AttemptKind.Capture, 500)));
    }

    [Fact]
    public async Task A_wrong_state_that_cannot_be_looked_at_is_unknown()
    {
        _rig.Upstream.Says(400, UpstreamSample.Of("invalid").About(_order).At(null, 1006));
        Assert.IsType<Unknown>(await _rig.SendAsync(Smart2PayRig.FollowUp(_order, AttemptKind.Capture)));
    }

    [Theory]
    [InlineData(200, "MerchantTransactionID", "\"other\"")]
    [InlineData(200, "SiteID", "1011")]
    [InlineData(200, "ID", "300002")]
    [InlineData(200, "ID", "null")]
    [InlineData(400, "MerchantTransactionID", "\"other\"")]
    [InlineData(400, "SiteID", "1011")]
    [InlineData(400, "ID", "300002")]
    public async Task An_answer_about_another_payment_decides_nothing(int http, string field, string value)
    {
        _rig.Upstream.Says(http, UpstreamSample.Of("direct").About(_order).At(http == 200 ? 3 : 9, 5005).With(field, JsonNode.Parse(value)));
        Assert.Equal(new Unknown(ConnectorFault.WrongReference), await _rig.SendAsync(Smart2PayRig.FollowUp(_order, AttemptKind.Cancel)));
    }

    [Theory]
    [InlineData(401, """{"Message":"denied"}""")]
    [InlineData(404, """{"Payment":{"ID":null,"Status":{"ID":null,"Reasons":[{"Code":17}]}}}""")]
    [InlineData(400, """{"Payment":{"ID":null,"Status":{"ID":null,"Reasons":[]}}}""")]
    [InlineData(400, """{"Message":"bad"}""")]
    [InlineData(200, """{"Message":"fine"}""")]
    public async Task What_is_no_answer_is_unknown(int http, string body)
    {
        foreach (var kind in new[] { AttemptKind.Capture, AttemptKind.Cancel, AttemptKind.Refund })
        {
            _rig.Upstream.Says(http, JsonNode.Parse(body)!);
            Assert.Equal(new Unknown(ConnectorFault.UnreadableAnswer), await _rig.SendAsync(Smart2PayRig.FollowUp(_order, kind)));
        }
    }

    [Theory]
    [InlineData(201, 2, null, "Approved Done")]
    [InlineData(201, 1, null, "Approved Requested")]
    [InlineData(201, 4, 5005, "Declined Declined")]
    [InlineData(201, 7, null, "Unknown")]
    [InlineData(400, 4, 2206, "Declined RefundExceedsCaptured")]
    [InlineData(400, 2, null, "Unknown")]
    [InlineData(400, null, 2206, "Declined RefundExceedsCaptured")]
    [InlineData(400, null, 1013, "Declined NotPermitted")]
    [InlineData(400, null, 2205, "Declined NotPermitted")]
    [InlineData(400, null, 2208, "Declined NotPermitted")]
    [InlineData(400, null, 2207, "Unknown")]
    [InlineData(400, null, 20, "Unknown")]
    [InlineData(400, null, 18, "Declined ProviderError")]
    public async Task A_refunds_answer_says_how_it_stands(int http, int? status, int? code, string meaning)
    {
        var refund = Smart2PayRig.FollowUp(_order, AttemptKind.Refund, 500);
        var body = UpstreamSample.Of(status is null ? "refund-invalid" : "refund").With("MerchantTransactionID", refund.Reference);
        _rig.Upstream.Says(http, body.At(status, code is { } why ? [why] : []));
        Assert.Equal(meaning, StatusTests.Word(await _rig.SendAsync(refund)));
    }

    [Theory]
    [InlineData("MerchantTransactionID", "\"other\"")]
    [InlineData("SiteID", "1011")]
    [InlineData("InitialPaymentID", "300002")]
    public async Task Another_refund_decides_nothing(string field, string value)
    {
        var refund = Smart2PayRig.FollowUp(_order, AttemptKind.Refund, 500);
        _rig.Upstream.Says(201, UpstreamSample.Of("refund").With("MerchantTransactionID", refund.Reference).With(field, JsonNode.Parse(value)));
        Assert.Equal(new Unknown(ConnectorFault.WrongReference), await _rig.SendAsync(refund));
    }

    [Fact]
    public async Task A_refund_of_another_amount_is_passed_on_to_be_compared()
    {
        var refund = Smart2PayRig.FollowUp(_order, AttemptKind.Refund, 700);
        _rig.Upstream.Says(201, UpstreamSample.Of("refund").With("MerchantTransactionID", refund.Reference).With("Amount", "500"));
        Assert.Equal(500, Assert.IsType<Approved>(await _rig.SendAsync(refund)).Amount.Minor);
    }
}
