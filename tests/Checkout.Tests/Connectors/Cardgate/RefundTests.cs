using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>What each answer to a refund comes to.</summary>
public sealed class RefundTests
{
    private static readonly FollowUpRequest Refund = ScriptedInvoice.Order.FollowUp(AttemptKind.Refund, 1050) with { TargetUpstreamId = ScriptedInvoice.Id };

    [Theory]
    [InlineData("processed", ApprovalStage.Done)]
    [InlineData("created", ApprovalStage.Requested)]
    [InlineData("process_pending", ApprovalStage.Requested)]
    [InlineData("a_status_of_tomorrow", ApprovalStage.Requested)]
    public async Task A_refund_document_says_how_far_it_is(string status, ApprovalStage stage)
    {
        var done = Assert.IsType<Approved>(await SendAsync(new ScriptedWire().Then(200, Document(status))));
        Assert.Equal((1050, stage), (done.Amount.Minor, done.Stage));
    }

    [Fact]
    public async Task A_refund_that_failed_gave_nothing_back() => Assert.IsType<Declined>(await SendAsync(new ScriptedWire().Then(200, Document("process_failed"))));

    [Theory]
    [InlineData("refunded", "25.99", ApprovalStage.Done)]
    [InlineData("partially_refunded", "\"10.50\"", ApprovalStage.Done)]
    [InlineData("refund_pending", "null", ApprovalStage.Requested)]
    public async Task An_older_provider_answers_with_the_invoice(string status, string refunded, ApprovalStage stage)
    {
        var wire = new ScriptedWire().ThenInvoice($$"""{"status":"{{status}}","refunded_amount":{{refunded}},"refunds":[]}""", 200);
        Assert.Equal(new Approved(Refund.Amount, stage), await SendAsync(wire));
    }

    [Fact]
    public async Task An_answer_about_something_else_decides_nothing()
    {
        Assert.IsType<Unknown>(await SendAsync(new ScriptedWire().Then(200, Document("processed").Replace(Refund.Reference, "of-others", StringComparison.Ordinal))));
        Assert.IsType<Unknown>(await SendAsync(new ScriptedWire().ThenInvoice("""{"reference_id":"of-others","status":"refunded","refunded_amount":25.99}""", 200)));
        Assert.IsType<Unknown>(await SendAsync(new ScriptedWire().Then(200, "{}")));
    }

    [Theory]
    [InlineData(422, "/data/attributes/amount", PaymentReason.RefundExceedsCaptured)]
    [InlineData(422, "/data/attributes/invoiceId", PaymentReason.ProviderError)]
    [InlineData(401, "", PaymentReason.ProviderError)]
    public async Task A_refund_that_is_refused_gave_nothing_back(int status, string place, PaymentReason reason) =>
        Assert.Equal(new Declined(reason), await SendAsync(new ScriptedWire().ThenRefuses(status, place)));

    [Theory]
    [InlineData(409)]
    [InlineData(500)]
    public async Task Without_a_decisive_answer_the_invoice_is_asked(int status)
    {
        Assert.IsType<Approved>(await SendAsync(new ScriptedWire().ThenRefuses(status).ThenInvoice(Listing(Refund.Reference, "processed"), 200)));
        Assert.IsType<Unknown>(await SendAsync(new ScriptedWire().ThenRefuses(status).ThenInvoice("""{"status":"processed"}""", 200)));
        Assert.IsType<Unknown>(await SendAsync(new ScriptedWire().ThenRefuses(status).ThenInvoice("""{"status":"refunded","refunded_amount":25.99}""", 200)));
        Assert.IsType<Unknown>(await SendAsync(new ScriptedWire().ThenRefuses(status).ThenRefuses(500)));

        var others = """{"status":"refunded","refunded_amount":25.99,"refunds":[{"reference_id":"of-others","status":"processed","amount":25.99}]}""";
        Assert.Equal(new Declined(PaymentReason.RefundExceedsCaptured), await SendAsync(new ScriptedWire().ThenRefuses(status).ThenInvoice(others, 200)));
    }

    [Fact]
    public async Task A_refund_whose_invoice_cannot_be_looked_up_was_not_sent()
    {
        var wire = new ScriptedWire().ThenRefuses(500);
        Assert.IsType<NotSent>(await wire.Connect().FollowUpAsync(Refund with { TargetUpstreamId = null }, CancellationToken.None));
        Assert.Equal("GET", Assert.Single(wire.Sent).Method);
    }

    [Theory]
    [InlineData("processed", typeof(Approved))]
    [InlineData("process_pending", typeof(Approved))]
    [InlineData("process_failed", typeof(Declined))]
    public async Task A_refund_is_found_in_its_invoice(string status, Type outcome)
    {
        Assert.IsType(outcome, await AskAsync(Listing(Refund.Reference, status)));
        var asResource = $$$"""{"status":"refunded","refunds":[{"type":"refunds","id":"ref_1","attributes":{"reference_id":"{{{Refund.Reference}}}","status":"{{{status}}}","amount":"10.50","currency":"EUR"}}]}""";
        Assert.IsType(outcome, await AskAsync(asResource));
    }

    [Fact]
    public async Task A_refund_that_no_invoice_names_is_not_found_only_while_the_list_is_whole()
    {
        Assert.IsType<NotFound>(await AskAsync("""{"status":"processed"}"""));
        Assert.IsType<NotFound>(await AskAsync(Listing("of-others", "processed")));
        Assert.IsType<Unknown>(await AskAsync("""{"status":"partially_refunded","refunded_amount":10.5,"refunds":[]}"""));
        Assert.IsType<Unknown>(await AskAsync("""{"status":"refund_pending"}"""));
        Assert.IsType<Unknown>(await AskAsync("""{"reference_id":"of-others","status":"processed"}"""));
    }

    [Theory]
    [InlineData(AttemptKind.Capture)]
    [InlineData(AttemptKind.Cancel)]
    public async Task Nothing_is_captured_or_cancelled_there(AttemptKind kind)
    {
        var wire = new ScriptedWire();
        Assert.Equal(new Declined(PaymentReason.NotPermitted), await wire.Connect().FollowUpAsync(Refund with { Kind = kind }, CancellationToken.None));
        Assert.Empty(wire.Sent);
    }

    private static Task<ConnectorOutcome> SendAsync(ScriptedWire wire) => wire.Connect().FollowUpAsync(Refund, CancellationToken.None);

    private static Task<ConnectorOutcome> AskAsync(string invoice) => new ScriptedWire().ThenInvoice(invoice, 200).Connect()
        .QueryAsync(new QueryRequest(Refund.Merchant, Refund.Kind, Refund.Reference, Refund.Target, ScriptedInvoice.Id), CancellationToken.None);

    private static string Document(string status) => UpstreamDocument.Read("refund", ("id", "ref_Tn4kV9sQe2HcXw7J"), ("reference", Refund.Reference), ("invoice", ScriptedInvoice.Id), ("amount", UpstreamDocument.Number("10.5")), ("currency", "EUR"))
        .Replace("\"processed\"", $"\"{status}\"", StringComparison.Ordinal);

    private static string Listing(string reference, string status) =>
        $$$"""{"status":"partially_refunded","refunded_amount":10.5,"refunds":[{"reference_id":"{{{reference}}}","status":"{{{status}}}","amount":10.5}]}""";
}
