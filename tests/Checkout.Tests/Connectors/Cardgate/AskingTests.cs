using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>How the provider is asked what became of a charge.</summary>
public sealed class AskingTests
{
    private const string Page = """{"metadata":{"way":"page"}}""";
    private const string Bar = """{"metadata":{"way":"bar"},"status":"terminated"}""";
    private const string Sale = """{"metadata":{"way":"sale"}}""";

    [Fact]
    public async Task A_known_invoice_is_read_and_an_unknown_one_is_searched_by_our_reference()
    {
        var wire = new ScriptedWire().ThenInvoice("""{"status":"processed"}""", 200).Then(200, ScriptedInvoice.List("""{"status":"processed"}"""));
        Assert.Equal(await wire.AskAsync(), await wire.AskAsync(id: null));
        Assert.Equal(
            ["https://api.example/payment-invoices/cpi_ADzwZTG99f3q3utQ", $"https://api.example/payment-invoices?filter%5Breference_id%5D={ScriptedInvoice.Order.Reference}"],
            wire.Sent.Select(s => s.Url));
        Assert.All(wire.Sent, s => Assert.Null(s.Body));
    }

    [Fact]
    public async Task Only_an_empty_list_says_that_there_is_nothing()
    {
        Assert.IsType<NotFound>(await new ScriptedWire().Then(200, ScriptedInvoice.List()).AskAsync(id: null));
        Assert.IsType<NotFound>(await new ScriptedWire().ThenRefuses(404).AskAsync());
        Assert.IsType<Unknown>(await new ScriptedWire().ThenRefuses(404).AskAsync(id: null));
        Assert.IsType<Unknown>(await new ScriptedWire().Then(200, "{}").AskAsync(id: null));
        Assert.IsType<Unknown>(await new ScriptedWire().ThenRefuses(401).AskAsync(id: null));
        Assert.IsType<Unknown>(await new ScriptedWire().Then(200, ScriptedInvoice.List("""{"reference_id":"of-others","status":"processed"}""")).AskAsync(id: null));
    }

    [Fact]
    public async Task Two_invoices_of_one_reference_decide_nothing() =>
        Assert.IsType<Unknown>(await new ScriptedWire().Then(200, ScriptedInvoice.List("""{"status":"processed"}""", """{"status":"process_failed"}""")).AskAsync(id: null));

    [Fact]
    public async Task A_bar_beside_a_charge_says_nothing() =>
        Assert.IsType<Approved>(await new ScriptedWire().Then(200, ScriptedInvoice.List(Bar, """{"status":"processed"}""")).AskAsync(id: null));

    [Fact]
    public async Task Of_a_mixed_list_only_ours_counts() =>
        Assert.IsType<Cancelled>(await new ScriptedWire().Then(200, ScriptedInvoice.List("""{"reference_id":"of-others","status":"processed"}""", """{"status":"terminated"}""")).AskAsync(id: null));

    [Fact]
    public async Task A_sale_of_ours_whose_answer_was_lost_stays_in_doubt_while_nothing_is_decided()
    {
        Assert.IsType<Unknown>(await new ScriptedWire().Then(200, ScriptedInvoice.List("{}")).AskAsync(id: null));
        Assert.IsType<Unknown>(await new ScriptedWire().Then(200, ScriptedInvoice.List(Sale)).AskAsync(id: null));
        Assert.IsType<Unknown>(await new ScriptedWire().Then(200, ScriptedInvoice.List(Sale)).AskAsync(id: null, CardEntry.Theirs));
    }

    [Fact]
    public async Task A_shopper_who_was_sent_there_or_whose_bank_waits_may_go_on()
    {
        Assert.IsType<NeedsShopper>(await new ScriptedWire().ThenInvoice(status: 200).AskAsync());
        Assert.IsType<NeedsShopper>(await new ScriptedWire().Then(200, ScriptedInvoice.List("""{"resolution":"auth_3ds_required"}""")).AskAsync(id: null));
        Assert.IsType<NeedsShopper>(await new ScriptedWire().Then(200, ScriptedInvoice.List("{}")).AskAsync(id: null, CardEntry.Theirs));
        Assert.IsType<NeedsShopper>(await new ScriptedWire().Then(200, ScriptedInvoice.List(Page)).AskAsync(id: null, CardEntry.Theirs));
    }

    [Theory]
    [InlineData(AttemptKind.Verify)]
    [InlineData(AttemptKind.Capture)]
    [InlineData(AttemptKind.Cancel)]
    public async Task What_is_never_sent_is_not_asked_about(AttemptKind kind)
    {
        var wire = new ScriptedWire();
        Assert.IsType<NotFound>(await wire.Connect().QueryAsync(ScriptedInvoice.Order.Query() with { Kind = kind }, CancellationToken.None));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task An_account_is_tried_without_a_payment()
    {
        var wire = new ScriptedWire().Then(200, ScriptedInvoice.List());
        Assert.Null(await wire.Connect().ProbeAsync(CancellationToken.None));
        Assert.Equal("https://api.example/payment-invoices?filter%5Breference_id%5D=checkout-probe", Assert.Single(wire.Sent).Url);
        Assert.Contains("key is wrong", await new ScriptedWire().ThenRefuses(401).Connect().ProbeAsync(CancellationToken.None), StringComparison.Ordinal);
        Assert.Contains("no such provider", await new ScriptedWire().Then(200, "{}").Connect().ProbeAsync(CancellationToken.None), StringComparison.Ordinal);
        Assert.Contains("status 404", await new ScriptedWire().ThenRefuses(404).Connect().ProbeAsync(CancellationToken.None), StringComparison.Ordinal);
        Assert.Contains("no answer", await new ScriptedWire().Then(502, "").Connect().ProbeAsync(CancellationToken.None), StringComparison.Ordinal);
    }
}
