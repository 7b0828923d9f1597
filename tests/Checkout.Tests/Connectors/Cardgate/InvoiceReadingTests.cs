using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>What an invoice means, whatever shape the provider gives it.</summary>
public sealed class InvoiceReadingTests
{
    [Theory]
    [InlineData("processed", typeof(Approved))]
    [InlineData("refunding", typeof(Approved))]
    [InlineData("refund_pending", typeof(Approved))]
    [InlineData("refund_error", typeof(Approved))]
    [InlineData("refund_failed", typeof(Approved))]
    [InlineData("partially_refunded", typeof(Approved))]
    [InlineData("refunded", typeof(Approved))]
    [InlineData("partially_charged_back", typeof(Approved))]
    [InlineData("charged_back", typeof(Approved))]
    [InlineData("process_failed", typeof(Declined))]
    [InlineData("authorize_failed", typeof(Declined))]
    [InlineData("expired", typeof(Declined))]
    [InlineData("terminated", typeof(Cancelled))]
    [InlineData("created", typeof(NeedsShopper))]
    [InlineData("processing", typeof(NeedsShopper))]
    [InlineData("process_pending", typeof(NeedsShopper))]
    [InlineData("process_error", typeof(NeedsShopper))]
    [InlineData("verified", typeof(NeedsShopper))]
    [InlineData("something_of_tomorrow", typeof(NeedsShopper))]
    [InlineData("PROCESSED", typeof(NeedsShopper))]
    public async Task A_status_means_what_the_table_says(string status, Type outcome) =>
        Assert.IsType(outcome, await new ScriptedWire().ThenInvoice($$"""{"status":"{{status}}"}""", 200).AskAsync());

    [Theory]
    [InlineData("""{"status":"processed"}""", null)]
    [InlineData("""{"status":"charged_back"}""", 2599L)]
    [InlineData("""{"status":"partially_charged_back","charged_back_amount":4.5}""", 450L)]
    public async Task A_charge_back_says_so(string invoice, long? minor)
    {
        var paid = Assert.IsType<Approved>(await new ScriptedWire().ThenInvoice(invoice, 200).AskAsync());
        Assert.Equal(minor is { } said ? new DisputeWord(DisputeState.ChargedBack, said) : null, paid.Dispute);
    }

    [Fact]
    public async Task A_part_that_was_paid_is_told_as_that_part()
    {
        var wire = new ScriptedWire().ThenInvoice("""{"status":"partially_processed","processed_amount":10.5}""", 200);
        Assert.Equal(1050, Assert.IsType<Approved>(await wire.AskAsync()).Amount.Minor);
        Assert.IsType<Unknown>(await new ScriptedWire().ThenInvoice("""{"status":"partially_processed"}""", 200).AskAsync());
    }

    [Theory]
    [InlineData("insufficient_funds", PaymentReason.InsufficientFunds)]
    [InlineData("invalid_cvv", PaymentReason.WrongSecurityCode)]
    [InlineData("card_expired", PaymentReason.CardExpired)]
    [InlineData("invalid_expire_date", PaymentReason.CardExpired)]
    [InlineData("client_auth_failed", PaymentReason.AuthenticationFailed)]
    [InlineData("invalid_otp", PaymentReason.AuthenticationFailed)]
    [InlineData("invalid_otp_code", PaymentReason.AuthenticationFailed)]
    [InlineData("card_is_not_3ds_enrolled", PaymentReason.AuthenticationFailed)]
    [InlineData("auth_3ds_required", PaymentReason.AuthenticationNeeded)]
    [InlineData("fatal_invalid_card", PaymentReason.FatalDecline)]
    [InlineData("card_type_not_supported", PaymentReason.InvalidCard)]
    [InlineData("card_stolen", PaymentReason.LostOrStolenCard)]
    [InlineData("card_usage_issuer_limit_violation", PaymentReason.LimitExceeded)]
    [InlineData("antifraud_error", PaymentReason.FraudDenied)]
    [InlineData("access_denied", PaymentReason.NotPermitted)]
    [InlineData("provider_fatal_error", PaymentReason.FatalError)]
    [InlineData("fatal_decline", PaymentReason.FatalDecline)]
    [InlineData("fatal_timeout", PaymentReason.FatalDecline)]
    [InlineData("auth_fatal_error", PaymentReason.FatalError)]
    [InlineData("general_fatal_error", PaymentReason.FatalError)]
    [InlineData("fatal_error", PaymentReason.FatalError)]
    [InlineData("provider_error", PaymentReason.ProviderError)]
    [InlineData("unable_to_reconcile", PaymentReason.ProviderError)]
    [InlineData("issuer_decline", PaymentReason.Declined)]
    [InlineData("a_word_of_tomorrow", PaymentReason.Declined)]
    public async Task A_resolution_says_why(string resolution, PaymentReason reason)
    {
        var wire = new ScriptedWire().ThenInvoice($$"""{"status":"process_failed","resolution":"{{resolution}}"}""", 200);
        Assert.Equal(new Declined(reason), await wire.AskAsync());
    }

    [Fact]
    public async Task An_invoice_whose_time_is_over_says_so() =>
        Assert.Equal(new Declined(PaymentReason.LinkExpired), await new ScriptedWire().ThenInvoice("""{"status":"expired"}""", 200).AskAsync());

    [Theory]
    [InlineData("25.99", "EUR", 2599)]
    [InlineData("25.990", "EUR", 2599)]
    [InlineData("\"25.99\"", "eur", 2599)]
    [InlineData("10", "EUR", 1000)]
    [InlineData("0.1", "EUR", 10)]
    [InlineData("1234", "JPY", 1234)]
    [InlineData("1234.0", "JPY", 1234)]
    [InlineData("1.234", "KWD", 1234)]
    [InlineData("\"9999999999.99\"", "EUR", 999_999_999_999)]
    public async Task An_amount_is_read_exactly(string amount, string currency, long minor)
    {
        var wire = new ScriptedWire().ThenInvoice($$"""{"status":"processed","amount":{{amount}},"currency":"{{currency}}"}""", 200);
        var said = Assert.IsType<Approved>(await wire.AskAsync()).Amount;
        Assert.Equal((minor, currency.ToUpperInvariant()), (said.Minor, said.Currency.Code));
    }

    [Theory]
    [InlineData("25.989999999999998", "EUR")]
    [InlineData("25.999", "EUR")]
    [InlineData("0.5", "JPY")]
    [InlineData("1.2345", "KWD")]
    [InlineData("2.599e1", "EUR")]
    [InlineData("-25.99", "EUR")]
    [InlineData("\"25,99\"", "EUR")]
    [InlineData("\" 25.99\"", "EUR")]
    [InlineData("99999999999.99", "EUR")]
    [InlineData("99999999999999999999999999999999999", "EUR")]
    [InlineData("null", "EUR")]
    [InlineData("[]", "EUR")]
    [InlineData("25.99", "XXX")]
    [InlineData("25.99", "")]
    public async Task An_amount_that_cannot_be_read_decides_nothing(string amount, string currency)
    {
        var wire = new ScriptedWire().ThenInvoice($$"""{"status":"processed","amount":{{amount}},"currency":"{{currency}}"}""", 200);
        Assert.Equal(new Unknown(ConnectorFault.UnreadableAnswer), await wire.AskAsync());
    }

    [Fact]
    public async Task What_the_shopper_pays_counts_where_it_differs_from_the_invoice()
    {
        var wire = new ScriptedWire().ThenInvoice("""{"status":"processed","payment_amount":26.5}""", 200);
        Assert.Equal(2650, Assert.IsType<Approved>(await wire.AskAsync()).Amount.Minor);
    }

    [Theory]
    [InlineData("""{"reference_id":"1010-7-1-somebodyelse00","status":"processed"}""")]
    [InlineData("""{"reference_id":null,"status":"processed"}""")]
    public async Task Another_reference_decides_nothing(string attributes) =>
        Assert.Equal(new Unknown(ConnectorFault.WrongReference), await new ScriptedWire().ThenInvoice(attributes, 200).AskAsync());

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{}""")]
    [InlineData("""{"data":{"type":"payout-invoices","id":"cpi_ADzwZTG99f3q3utQ","attributes":{}}}""")]
    [InlineData("""{"data":{"type":"payment-invoices","id":"../refund","attributes":{}}}""")]
    [InlineData("""{"data":{"type":"payment-invoices","attributes":{}}}""")]
    public async Task What_is_no_invoice_decides_nothing(string body) =>
        Assert.Equal(new Unknown(ConnectorFault.UnreadableAnswer), await new ScriptedWire().Then(200, body).AskAsync());

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"none\"")]
    public async Task Empty_maps_may_look_like_anything(string empty)
    {
        var wire = new ScriptedWire().ThenInvoice(
            $$"""{"status":"processed","metadata":{{empty}},"payload":{{empty}},"flow_data":{{empty}},"refunds":{{empty}},"original_data":{{empty}},"news":["of tomorrow"]}""", 200);
        var paid = Assert.IsType<Approved>(await wire.AskAsync());
        Assert.Equal((null, null, null), (paid.Token, paid.Card, paid.AcquirerReference));
    }

    [Theory]
    [InlineData("\"arn\":\"74027160000000000000001\"", "74027160000000000000001")]
    [InlineData("\"arn\":null,\"rrn\":\"033512345678\"", "033512345678")]
    [InlineData("\"arn\":\"\"", null)]
    [InlineData("\"arn\":\"4111 1111 1111 1111\"", null)]
    [InlineData("\"arn\":\"line\\none\"", null)]
    [InlineData("\"rrn\":\"00000000000000000000000000000000000000000000000000000000000000000\"", null)]
    public async Task A_name_of_the_acquirer_is_short_and_no_card_number(string said, string? name)
    {
        var wire = new ScriptedWire().ThenInvoice($$"""{"status":"processed",{{said}}}""", 200);
        Assert.Equal(name, Assert.IsType<Approved>(await wire.AskAsync()).AcquirerReference);
    }

    [Fact]
    public async Task A_vendor_type_is_json_too() =>
        Assert.IsType<Approved>(await new ScriptedWire().Then(200, ScriptedInvoice.Document("""{"status":"processed"}"""), "application/vnd.api+json").AskAsync());
}
