using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Money;
using Checkout.Core.Upstream;
using Checkout.Tests.Server;
using static Checkout.Core.Upstream.CallbackReading;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>Messages that come by themselves: whose they are, and what they are about.</summary>
public sealed class CallbackTests : IDisposable
{
    private readonly Smart2PayRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void They_repeat_until_they_hear_no_content() => Assert.Equal(204, _rig.Connector.ReceivedStatus);

    [Theory]
    [InlineData("direct", "shop-1", 2599)]
    [InlineData("one-click", "shop-7", 2599)]
    [InlineData("hosted", "shop-2", 2599)]
    [InlineData("refund", "shop-1-r", 500)]
    public void A_message_says_what_it_is_about(string sample, string reference, long minor) =>
        Assert.Equal(new About(reference, new Amount(minor, Currency.Of("EUR"))), Read(UpstreamSample.Of(sample).ToJsonString()));

    [Fact]
    public void A_message_without_an_amount_is_still_about_something() =>
        Assert.Equal(new About("shop-1", null), Read("""{"Payment":{"MerchantTransactionID":"shop-1","Status":{"ID":9}}}"""));

    [Fact]
    public void A_dispute_is_told_with_its_payment_too() =>
        Assert.IsType<Besides>(Read("""{"Dispute":{"ID":1,"SiteID":1010,"PaymentID":300001,"MethodID":6,"Amount":"2599","Currency":"EUR","Status":{"ID":1}}}"""));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic ")]
    [InlineData("Basic ???")]
    [InlineData("Basic MTAxMDpnYWJp")]
    [InlineData("Basic MTAxMTprK1kvNzp4PQ==")]
    [InlineData("Bearer MTAxMDprK1kvNzp4PQ==")]
    [InlineData("MTAxMDprK1kvNzp4PQ==")]
    [InlineData("Basic MTAxMDprK1kvNzp4")]
    [InlineData("Basic MTAxMDprK1kvNzp4PQA=")]
    public void Without_our_credentials_it_may_be_anybodys(string? authorization) =>
        Assert.IsType<NotAuthentic>(Read(UpstreamSample.Of("direct").ToJsonString(), authorization));

    [Fact]
    public void The_word_before_the_credentials_may_be_in_any_letters() =>
        Assert.IsType<About>(Read(UpstreamSample.Of("direct").ToJsonString(), "bAsIc " + Smart2PayRig.Credentials[6..]));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"Payment\":")]
    [InlineData("""{"Payment":null}""")]
    [InlineData("""{"Payment":{"MerchantTransactionID":7}}""")]
    [InlineData("""{"Payment":{"Amount":2599,"Currency":"EUR"}}""")]
    [InlineData("""{"Payment":{"MerchantTransactionID":"a"},"Payment":{"MerchantTransactionID":"b"}}""")]
    public void What_is_about_nothing_of_ours_is_unreadable(string body) => Assert.IsType<Unreadable>(Read(body));

    [Theory]
    [InlineData("SiteID", "1011")]
    [InlineData("Amount", "\"25.99\"")]
    [InlineData("Amount", "null")]
    [InlineData("Currency", "\"XXX\"")]
    [InlineData("Currency", "null")]
    public void What_could_not_be_compared_is_unreadable(string field, string value) =>
        Assert.IsType<Unreadable>(Read(UpstreamSample.Of("direct").With(field, JsonNode.Parse(value)).ToJsonString()));

    private CallbackReading Read(string body, string? authorization = Smart2PayRig.Credentials) =>
        _rig.Connector.Read(new CallbackMessage(authorization, Signature: null, Encoding.UTF8.GetBytes(body)));
}
