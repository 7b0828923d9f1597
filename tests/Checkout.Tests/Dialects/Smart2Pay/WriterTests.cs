using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>What a payment looks like on the wire.</summary>
public sealed class WriterTests
{
    [Fact]
    public void Amount_is_a_number_and_the_captured_amount_a_text()
    {
        var shown = Given.Shown(Given.Payment(PaymentStatus.PartiallyCaptured) with { CapturedMinor = 500 });
        Assert.Equal("2599", shown["Amount"]!.ToJsonString());
        Assert.Equal("\"500\"", shown["CapturedAmount"]!.ToJsonString());
        Assert.Equal("\"20270115093000\"", shown["Created"]!.ToJsonString());
    }

    [Fact]
    public void People_and_addresses_have_ids_above_zero()
    {
        var details = new PaymentDetails { Shopper = new ShopperDetails(Reference: "ana-7", DateOfBirth: "19900131"), Billing = new PostalAddress("RO"), Shipping = new PostalAddress(City: "Iași") };
        var shown = Given.Shown(Given.Payment() with { Details = details });
        Assert.Equal((300001, 600002, 600003), ((int)shown["Customer"]!["ID"]!, (int)shown["BillingAddress"]!["ID"]!, (int)shown["ShippingAddress"]!["ID"]!));
        Assert.Equal(("ana-7", "19900131", "Iași"), ((string)shown["Customer"]!["MerchantCustomerID"]!, (string)shown["Customer"]!["DateOfBirth"]!, (string)shown["ShippingAddress"]!["City"]!));
        Assert.False(Given.Shown(Given.Payment() with { Details = new() { Shopper = new() } })["Customer"]!.AsObject().ContainsKey("DateOfBirth"));
    }

    [Theory]
    [InlineData(PaymentStatus.Open, true, true)]
    [InlineData(PaymentStatus.AwaitingShopper, true, true)]
    [InlineData(PaymentStatus.Open, false, false)]
    [InlineData(PaymentStatus.Authorized, true, false)]
    [InlineData(PaymentStatus.Unknown, true, false)]
    [InlineData(PaymentStatus.Expired, true, false)]
    public void The_page_is_named_while_it_waits_for_the_shopper(PaymentStatus status, bool hasLink, bool isShown)
    {
        var shown = Given.Shown(Given.Payment(status) with { PayableUntil = hasLink ? Given.Now : null });
        var wanted = isShown ? $"https://pay.example/v1/Payments/FillCardDetails?PaymentToken=300001.1010.{Given.Link}" : null;
        Assert.Equal(wanted, (string?)shown["RedirectURL"]);
        Assert.Equal(isShown ? 10 : null, (int?)shown["PaymentTokenLifetime"]);
    }

    [Fact]
    public void What_was_not_sent_is_null_and_not_missing()
    {
        var shown = Given.Shown(Given.Payment(PaymentStatus.Open) with { Card = null });
        foreach (var name in new[] { "ClientIP", "SkinID", "OriginatorTransactionID", "Description", "Customer", "BillingAddress", "ShippingAddress", "Articles", "Card", "CreditCardToken", "NotificationDateTime" })
        {
            Assert.True(shown.ContainsKey(name), name);
            Assert.Null(shown[name]);
        }

        Assert.False(shown.ContainsKey("Installments"));
        Assert.False(shown.ContainsKey("Fraud"));
    }

    [Fact]
    public void What_was_sent_comes_back()
    {
        var details = new PaymentDetails
        {
            ClientIp = "192.0.2.7", SkinId = 3, OriginatorReference = "orig", Description = "<two> \"cups\"", StatementDescriptor = "CUPS", Retry = true, Installments = 3, LinkLifetimeMinutes = 30,
        };
        var shown = Given.Shown(Given.Payment() with { Details = details, Notified = Given.Now, ThreeDSecure = true, CaptureNow = true }, token: "A1");
        Assert.Equal(("192.0.2.7", 3, "orig", "<two> \"cups\"", "CUPS"), ((string)shown["ClientIP"]!, (int)shown["SkinID"]!, (string)shown["OriginatorTransactionID"]!, (string)shown["Description"]!, (string)shown["StatementDescriptor"]!));
        Assert.Equal((3, 30, "A1", "20270115093000"), ((int)shown["Installments"]!, (int)shown["PaymentTokenLifetime"]!, (string)shown["CreditCardToken"]!["Value"]!, (string)shown["NotificationDateTime"]!));
        Assert.True((bool)shown["Retry"]! && (bool)shown["3DSecure"]! && (bool)shown["Capture"]!);
    }

    [Theory]
    [InlineData(FraudStatus.Accept, "Accept")]
    [InlineData(FraudStatus.Challenge, "Challenge")]
    [InlineData(FraudStatus.Deny, "Deny")]
    public void The_fraud_check_is_shown_to_merchants_that_want_it(FraudStatus status, string word)
    {
        var payment = Given.Payment() with { Fraud = new FraudVerdict(status, 31, "why") };
        var fraud = Given.Shown(payment)["Fraud"]!;
        Assert.Equal((word, "CheckOnPreAuthorisation", 31, "why"), ((string)fraud["Status"]!, (string)fraud["CheckMode"]!, (int)fraud["Score"]!, (string)fraud["Reason"]!));
        Assert.False(Given.Shown(payment, showsFraud: false).ContainsKey("Fraud"));
        Assert.True(new MerchantSettings().FraudCheck);
    }

    [Fact]
    public void The_acquirers_reference_is_shown_for_live_payments()
    {
        var payment = Given.Payment() with { UpstreamId = "ARN1" };
        Assert.Null(Given.Shown(payment)["MethodTransactionID"]);
        Assert.Equal("ARN1", (string?)Given.Shown(payment with { IsTest = false })["MethodTransactionID"]);
    }

    [Fact]
    public void A_list_holds_the_same_objects()
    {
        var list = (JsonArray)JsonNode.Parse(Given.Writer.Payments([new(Given.Payment(), null, true), new(Given.Payment(PaymentStatus.Failed), null, true)]))!["Payments"]!;
        Assert.Equal(2, list.Count);
        Assert.True(JsonNode.DeepEquals(Given.Shown(Given.Payment()), list[0]));
        Assert.Equal("{\"Payments\":[]}", System.Text.Encoding.UTF8.GetString(Given.Writer.Payments([])));
    }

    [Fact]
    public void A_large_answer_leaves_nothing_behind_for_the_next()
    {
        var big = Given.Payment() with { Details = new() { Description = new string('x', 100_000) } };
        Assert.Equal(100_000, ((string)Given.Shown(big)["Description"]!).Length);
        Assert.Null(Given.Shown(Given.Payment())["Description"]);
    }
}
