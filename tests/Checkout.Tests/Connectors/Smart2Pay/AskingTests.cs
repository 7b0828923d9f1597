using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Tests.Server;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>Questions, and what an absence proves.</summary>
public sealed class AskingTests : IDisposable
{
    private readonly Smart2PayRig _rig = new();
    private readonly ExamOrder _order = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task By_our_name_alone_a_list_gives_theirs_and_the_payment_is_read_by_it()
    {
        var paid = UpstreamSample.Of("direct").About(_order);
        var line = new JsonObject { ["ID"] = 300001, ["SiteID"] = 1010, ["MerchantTransactionID"] = _order.Reference };
        _rig.Upstream.Says(200, Payments(line)).Says(200, paid);
        Assert.NotNull(Assert.IsType<Approved>(await _rig.AskAsync(_order.Query())).Card);
        Assert.Equal([$"/v1/payments?merchantTransactionID={_order.Reference}&limit=2", "/v1/payments/300001"], _rig.Upstream.Sent.Select(s => s.Path));
        Assert.All(_rig.Upstream.Sent, sent => Assert.Equal(("GET", (string?)null, Smart2PayRig.Credentials), (sent.Method, sent.RequestId, sent.Authorization)));
    }

    [Fact]
    public async Task An_empty_list_means_not_there()
    {
        _rig.Upstream.Says(200, Payments());
        Assert.IsType<NotFound>(await _rig.AskAsync(_order.Query()));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public async Task A_bar_beside_a_charge_says_nothing_and_two_charges_decide_nothing(bool isFirstBar, bool isSecondBar, bool isDecided)
    {
        JsonObject Line(int id) => new() { ["ID"] = id, ["SiteID"] = 1010, ["MerchantTransactionID"] = _order.Reference };
        JsonNode Read(int id, bool isBar) => isBar
            ? UpstreamSample.Of("direct").About(_order).At(1).With("ID", id).With("Description", "Not to be paid: " + _order.Reference)
            : UpstreamSample.Of("direct").About(_order).With("ID", id);
        _rig.Upstream.Says(200, Payments(Line(300002), Line(300001))).Says(200, Read(300002, isFirstBar)).Says(200, Read(300001, isSecondBar));
        Assert.Equal(isDecided, await _rig.AskAsync(_order.Query()) is Approved);
    }

    [Fact]
    public async Task A_list_of_others_does_not()
    {
        var longer = UpstreamSample.Of("direct").With("MerchantTransactionID", _order.Reference + "-x");
        var elsewhere = UpstreamSample.Of("direct").With("MerchantTransactionID", _order.Reference).With("SiteID", 1011);
        _rig.Upstream.Says(200, Payments(longer["Payment"]!.DeepClone(), elsewhere["Payment"]!.DeepClone()));
        Assert.Equal(new Unknown(ConnectorFault.WrongReference), await _rig.AskAsync(_order.Query()));
    }

    [Theory]
    [InlineData(404, """{"Message":"No such path"}""")]
    [InlineData(400, """{"Payment":{"ID":null}}""")]
    [InlineData(200, """{"Payments":null}""")]
    [InlineData(200, "{}")]
    public async Task Nor_does_anything_else(int status, string body)
    {
        _rig.Upstream.Says(status, JsonNode.Parse(body)!);
        Assert.IsType<Unknown>(await _rig.AskAsync(_order.Query()));
    }

    [Fact]
    public async Task A_known_payment_that_is_not_there_is_a_riddle_and_no_absence()
    {
        _rig.Upstream.Says(404, UpstreamSample.Of("invalid").At(null, 17));
        Assert.IsType<Unknown>(await _rig.AskAsync(_order.Query() with { UpstreamId = "300001" }));
    }

    [Theory]
    [InlineData("MerchantTransactionID", "\"other\"")]
    [InlineData("SiteID", "1011")]
    [InlineData("ID", "300002")]
    public async Task Another_payment_under_that_name_decides_nothing(string field, string value)
    {
        _rig.Upstream.Says(200, UpstreamSample.Of("direct").About(_order).With(field, JsonNode.Parse(value)));
        Assert.Equal(new Unknown(ConnectorFault.WrongReference), await _rig.AskAsync(_order.Query() with { UpstreamId = "300001" }));
    }

    [Theory]
    [InlineData(30, "NotFound")]
    [InlineData(9, "Approved Done")]
    [InlineData(11, "Approved Done")]
    [InlineData(13, "Approved Done")]
    [InlineData(33, "Approved Done")]
    [InlineData(3, "Declined ReviewRejected")]
    [InlineData(4, "Declined CaptureTimedOut")]
    [InlineData(7, "Unknown")]
    [InlineData(1, "Unknown")]
    public async Task The_payments_status_says_whether_a_review_was_accepted(int status, string meaning)
    {
        _rig.Upstream.Says(200, UpstreamSample.Of("direct").About(_order).At(status, status == 4 ? [5068] : []));
        Assert.Equal(meaning, StatusTests.Word(await _rig.AskAsync(Smart2PayRig.Question(_order.FollowUp(AttemptKind.Accept)))));
    }

    [Theory]
    [InlineData(1, "Unknown", "NotFound")]
    [InlineData(3, "Declined NotPermitted", "Approved Done")]
    [InlineData(4, "Declined CaptureTimedOut", "Cancelled")]
    [InlineData(5, "Unknown", "Cancelled")]
    [InlineData(7, "Unknown", "Unknown")]
    [InlineData(9, "NotFound", "NotFound")]
    [InlineData(11, "Approved Done", "Declined NotPermitted")]
    [InlineData(13, "Approved Requested", "Unknown")]
    [InlineData(14, "Unknown", "Unknown")]
    [InlineData(15, "Unknown", "Approved Requested")]
    [InlineData(16, "Declined NotPermitted", "Approved Done")]
    [InlineData(21, "Approved Done", "Declined NotPermitted")]
    [InlineData(22, "Approved Done", "Declined NotPermitted")]
    [InlineData(30, "Unknown", "NotFound")]
    [InlineData(33, "Approved Queued CaptureWillRetry", "Unknown")]
    [InlineData(34, "Unknown", "Approved Queued")]
    [InlineData(35, "Approved Done", "Declined NotPermitted")]
    public async Task The_payments_status_says_how_a_capture_or_a_cancel_stands(int status, string capture, string cancel)
    {
        var body = UpstreamSample.Of("direct").About(_order).With("CapturedAmount", "2599").At(status, status == 4 ? [5068] : []);
        _rig.Upstream.Says(200, body).Says(200, body);
        Assert.Equal(capture, StatusTests.Word(await _rig.AskAsync(Smart2PayRig.Question(_order.FollowUp(AttemptKind.Capture)))));
        Assert.Equal(cancel, StatusTests.Word(await _rig.AskAsync(Smart2PayRig.Question(_order.FollowUp(AttemptKind.Cancel)))));
    }

    [Theory]
    [InlineData(35, "\"1000\"", null, 1000)]
    [InlineData(11, "2599", null, 2599)]
    [InlineData(13, "\"0\"", null, 700)]
    [InlineData(33, "\"0\"", 800, 800)]
    public async Task A_capture_says_what_it_took_or_will_take(int status, string captured, int? details, long minor)
    {
        var body = UpstreamSample.Of("direct").About(_order).At(status).With("CapturedAmount", JsonNode.Parse(captured));
        if (details is { } will) body.With("CaptureDetails.Amount", will);
        _rig.Upstream.Says(200, body);
        Assert.Equal(minor, Assert.IsType<Approved>(await _rig.AskAsync(Smart2PayRig.Question(_order.FollowUp(AttemptKind.Capture, 700)))).Amount.Minor);
    }

    [Theory]
    [InlineData(1, "Approved Requested")]
    [InlineData(2, "Approved Done")]
    [InlineData(3, "Unknown")]
    [InlineData(4, "Declined RefundExceedsCaptured")]
    public async Task A_refund_is_found_among_the_payments_refunds(int status, string meaning)
    {
        var refund = _order.FollowUp(AttemptKind.Refund, 500);
        var ours = UpstreamSample.Of("refund").With("MerchantTransactionID", refund.Reference).At(status, status == 4 ? [2206] : []);
        _rig.Upstream.Says(200, UpstreamSample.Of("direct").About(_order)).Says(200, Refunds(UpstreamSample.Of("refund"), ours));
        Assert.Equal(meaning, StatusTests.Word(await _rig.AskAsync(Smart2PayRig.Question(refund))));
        Assert.Equal("/v1/payments/300001/refunds", _rig.Upstream.Last.Path);
    }

    [Fact]
    public async Task A_refund_that_is_not_among_them_is_not_there_and_one_of_another_payment_is_a_riddle()
    {
        var refund = _order.FollowUp(AttemptKind.Refund, 500);
        var paid = UpstreamSample.Of("direct").About(_order);
        var moved = UpstreamSample.Of("refund").With("MerchantTransactionID", refund.Reference).With("InitialPaymentID", 300002);
        _rig.Upstream.Says(200, paid).Says(200, Refunds(UpstreamSample.Of("refund"))).Says(200, paid).Says(200, Refunds(moved)).Says(200, paid).Says(404, UpstreamSample.Of("invalid"));
        Assert.IsType<NotFound>(await _rig.AskAsync(Smart2PayRig.Question(refund)));
        Assert.Equal(new Unknown(ConnectorFault.WrongReference), await _rig.AskAsync(Smart2PayRig.Question(refund)));
        Assert.IsType<Unknown>(await _rig.AskAsync(Smart2PayRig.Question(refund)));
    }

    [Fact]
    public async Task A_second_attempt_after_a_first_is_asked_about_by_its_own_name()
    {
        _rig.Upstream.Says(200, Payments());
        await _rig.AskAsync(_order.Query() with { Target = "the-first" });
        Assert.Contains(_order.Reference, _rig.Upstream.Last.Path, StringComparison.Ordinal);
    }

    internal static JsonObject Payments(params JsonNode[] items) => new() { ["Payments"] = new JsonArray(items) };

    private static JsonObject Refunds(params JsonObject[] items) => new() { ["Refunds"] = new JsonArray([.. items.Select(item => item["Refund"]!.DeepClone())]) };
}
