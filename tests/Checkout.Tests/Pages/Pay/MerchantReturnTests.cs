using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Tests.Core;
using Checkout.Web.Pages.Pay;

namespace Checkout.Tests.Pages.Pay;

public sealed class MerchantReturnTests
{
    private static readonly Merchant Merchant = new() { Id = 7, Name = "Shop", Settings = new() { ReturnSchemes = ["myshop"] } };

    [Theory]
    [InlineData(PaymentStatus.Captured, "data=2&MerchantTransactionID=order-1")]
    [InlineData(PaymentStatus.PartiallyCaptured, "data=2&MerchantTransactionID=order-1")]
    [InlineData(PaymentStatus.Refunded, "data=2&MerchantTransactionID=order-1")]
    [InlineData(PaymentStatus.Cancelled, "data=3&MerchantTransactionID=order-1")]
    [InlineData(PaymentStatus.Failed, "data=4&MerchantTransactionID=order-1")]
    [InlineData(PaymentStatus.Expired, "data=4&MerchantTransactionID=order-1")]
    [InlineData(PaymentStatus.Authorized, "data=9&MerchantTransactionID=order-1")]
    [InlineData(PaymentStatus.Open, "data=7&MerchantTransactionID=order-1&StatusID=1&StatusName=Open")]
    [InlineData(PaymentStatus.Unknown, "data=7&MerchantTransactionID=order-1&StatusID=7&StatusName=PendingOnProvider")]
    [InlineData(PaymentStatus.CaptureRequested, "data=7&MerchantTransactionID=order-1&StatusID=13&StatusName=CaptureRequested")]
    [InlineData(PaymentStatus.AwaitingReview, "data=7&MerchantTransactionID=order-1&StatusID=30&StatusName=PendingChallengeConfirmation")]
    [InlineData(PaymentStatus.QueuedForCapture, "data=7&MerchantTransactionID=order-1&StatusID=33&StatusName=QueuedForCapturing")]
    public void The_address_tells_how_it_went(PaymentStatus status, string query)
    {
        var payment = Some.Payment(status) with { ReturnUrl = "https://shop.example/back" };
        Assert.Equal(new ReturnTarget("https://shop.example/back?" + query, IsWeb: true), MerchantReturn.Of(payment, Merchant, status));
    }

    [Fact]
    public void Every_status_can_be_told_and_names_itself_exactly_while_undecided()
    {
        foreach (var status in Enum.GetValues<PaymentStatus>())
        {
            var url = MerchantReturn.Of(Some.Payment(status) with { ReturnUrl = "https://shop.example/" }, Merchant, status)!.Url;
            Assert.Equal(url.Contains("data=7", StringComparison.Ordinal), url.Contains("StatusName=", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("https://shop.example/back?o=7", "https://shop.example/back?o=7&data=2&MerchantTransactionID=a%20%26b")]
    [InlineData("https://shop.example/back#end", "https://shop.example/back?data=2&MerchantTransactionID=a%20%26b#end")]
    [InlineData("https://shop.example/back?#end", "https://shop.example/back?data=2&MerchantTransactionID=a%20%26b#end")]
    public void The_merchants_own_query_and_fragment_stay(string asked, string given)
    {
        var payment = Some.Payment(PaymentStatus.Captured) with { ReturnUrl = asked, Reference = "a &b" };
        Assert.Equal(given, MerchantReturn.Of(payment, Merchant, PaymentStatus.Captured)!.Url);
    }

    [Theory]
    [InlineData("myshop://done", true)]
    [InlineData("other://done", false)]
    [InlineData("http://shop.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(null, false)]
    public void An_address_must_be_allowed_now(string? stored, bool allowed)
    {
        var target = MerchantReturn.Of(Some.Payment(PaymentStatus.Captured) with { ReturnUrl = stored }, Merchant, PaymentStatus.Captured);
        Assert.Equal(allowed, target is { IsWeb: false });
    }

    [Theory]
    [InlineData(PaymentStatus.Captured, "https://shop.example/ok?o=7")]
    [InlineData(PaymentStatus.PartiallyRefunded, "https://shop.example/ok?o=7")]
    [InlineData(PaymentStatus.Verified, "https://shop.example/ok?o=7")]
    [InlineData(PaymentStatus.Failed, "https://shop.example/no#top")]
    [InlineData(PaymentStatus.Expired, "https://shop.example/no#top")]
    [InlineData(PaymentStatus.Cancelled, "https://shop.example/no#top")]
    [InlineData(PaymentStatus.Unknown, "https://shop.example/wait")]
    [InlineData(PaymentStatus.CaptureRequested, "https://shop.example/wait")]
    [InlineData(PaymentStatus.Authorized, "https://shop.example/wait")]
    public void A_cardgate_merchant_has_an_address_for_each_outcome_and_nothing_is_added_to_it(PaymentStatus status, string expected)
    {
        var urls = new ReturnUrls("https://shop.example/ok?o=7", "https://shop.example/wait", "https://shop.example/no#top");
        Assert.Equal(new ReturnTarget(expected, IsWeb: true), MerchantReturn.Of(Cardgate(status, "https://shop.example/back", urls), Merchant, status));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://shop.example/no-longer-allowed")]
    [InlineData("other://app")]
    public void Without_an_allowed_address_for_the_outcome_the_one_for_all_is_taken(string? fail)
    {
        var payment = Cardgate(PaymentStatus.Failed, "myshop://back", new ReturnUrls("https://shop.example/ok", null, fail));
        Assert.Equal(new ReturnTarget("myshop://back", IsWeb: false), MerchantReturn.Of(payment, Merchant, PaymentStatus.Failed));
        Assert.Null(MerchantReturn.Of(payment with { ReturnUrl = null }, Merchant, PaymentStatus.Failed));
        Assert.Null(MerchantReturn.Of(payment with { ReturnUrl = "javascript:alert(1)" }, Merchant, PaymentStatus.Failed));
    }

    private static Payment Cardgate(PaymentStatus status, string? url, ReturnUrls urls) =>
        Some.Payment(status) with { Dialect = Dialect.Cardgate, ReturnUrl = url, Details = new PaymentDetails { ReturnUrls = urls } };
}
