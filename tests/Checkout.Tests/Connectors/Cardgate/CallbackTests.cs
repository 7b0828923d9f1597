using System.Security.Cryptography;
using System.Text;
using Checkout.Connectors.Cardgate;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.CallbackReading;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>What the provider tells us by itself.</summary>
public sealed class CallbackTests
{
    private const string Secret = "sk_test_demo";
    private const string Published = """{"data":{"type":"payment-invoices","id":"cpi_ADzwZTG99f3q3utQ"}}""";

    private static readonly CardgateConnector Connector = CardgateRig.Connect(CardgateRig.Account(CardEntry.Theirs, "https://api.example", secret: Secret));

    [Fact]
    public void It_is_received_by_exactly_200() => Assert.Equal(200, Connector.ReceivedStatus);

    [Fact]
    public void The_published_signature_is_right() => Assert.IsType<Unreadable>(Read(Published, "CEp6bkG6nvVPvViWHF4x7N8NcbY="));

    [Theory]
    [InlineData("CEp6bkG6nvVPvViWHF4x7N8NcbA=")]
    [InlineData("CEp6bkG6nvVPvViWHF4x7N8N")]
    [InlineData("CEp6bkG6nvVPvViWHF4x7N8NcbY=CEp6bkG6nvVPvViWHF4x7N8NcbY=")]
    [InlineData("not base64")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_is_not(string? signature) => Assert.IsType<NotAuthentic>(Read(Published, signature));

    [Fact]
    public void A_body_that_was_changed_is_not_authentic()
    {
        var body = ScriptedInvoice.Document();
        Assert.IsType<About>(Read(body, Sign(body)));
        Assert.IsType<NotAuthentic>(Read(body + " ", Sign(body)));
        Assert.IsType<NotAuthentic>(Read(body, Sign(body, "sk_live_demo")));
    }

    [Fact]
    public void It_says_which_charge_and_what_was_asked_for()
    {
        var about = Assert.IsType<About>(Signed(ScriptedInvoice.Document("""{"status":"processed"}""").Replace("/", "\\/", StringComparison.Ordinal)));
        Assert.Equal((ScriptedInvoice.Order.Reference, ScriptedInvoice.Order.Amount), (about.Reference, about.Amount));
        Assert.Null(Assert.IsType<About>(Signed(ScriptedInvoice.Document("""{"amount":"much"}"""))).Amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{"type":"payout-invoices","id":"cpi_1","attributes":{"reference_id":"a"}}}""")]
    [InlineData("""{"data":{"type":"payment-invoices","id":"cpi_1","attributes":{"reference_id":"a","reference_id":"b"}}}""")]
    public void What_is_signed_and_no_invoice_is_unreadable(string body) => Assert.IsType<Unreadable>(Signed(body));

    private static CallbackReading Signed(string body) => Read(body, Sign(body));

    private static CallbackReading Read(string body, string? signature) => Connector.Read(new CallbackMessage(null, signature, Encoding.UTF8.GetBytes(body)));

#pragma warning disable CA5350 // The provider's own way.
    private static string Sign(string body, string secret = Secret) => Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(secret + body + secret)));
#pragma warning restore CA5350
}
