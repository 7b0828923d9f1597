using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Smart2Pay;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>Answers to requests that did nothing.</summary>
public sealed class EchoTests
{
    /// <summary>The published echo of a duplicate, with our own values.</summary>
    private const string Duplicate =
        """
        {"Payment":{"InvalidRequestID":"i57","ID":null,"ClientIP":null,"SkinID":null,"Created":null,"MerchantTransactionID":"shop-1","OriginatorTransactionID":null,
        "Amount":2599,"Currency":"EUR","CapturedAmount":null,"ReturnURL":"https://shop.example/back","Description":null,"StatementDescriptor":null,"MethodID":6,
        "MethodOptionID":null,"SiteID":1010,"NotificationDateTime":null,"Customer":null,"BillingAddress":null,"ShippingAddress":null,"Articles":null,"Card":null,
        "CreditCardToken":null,"Status":{"ID":null,"Info":null,"Reasons":[{"Code":20,"Info":"Key is duplicated"}]},"MethodTransactionID":null,
        "PaymentTokenLifetime":null,"Capture":null,"Retry":null,"RedirectURL":null,"3DSecure":null}}
        """;

    [Fact]
    public void A_duplicate_is_echoed_as_published()
    {
        using var asked = Given.Read(Given.Request());
        var echo = new PaymentEcho(1010, 57, [ReturnCode.DuplicateKey], asked).Write();
        Assert.Empty(Sample.Differences(JsonNode.Parse(Duplicate), JsonNode.Parse(echo)));
        Assert.StartsWith("{\"Payment\":{\"InvalidRequestID\":\"i57\",", Encoding.UTF8.GetString(echo), StringComparison.Ordinal);
    }

    [Fact]
    public void An_echo_holds_neither_card_data_nor_bad_values()
    {
        var payment = Given.Request();
        payment["MerchantTransactionID"] = "card 4111111111111111";
        payment["Card"]!["HolderName"] = "4111111111111111";
        payment["Card"]!["SecurityCode"] = "98765";
        payment["Customer"] = new JsonObject { ["Email"] = "4111111111111111", ["FirstName"] = "Ana" };
        payment["CreditCardToken"] = new JsonObject { ["Value"] = "0F1E2D3C4B5A69788796A5B4C3D2E1F0", ["SecurityCode"] = "987" };
        using var asked = Given.Read(payment);
        var text = Encoding.UTF8.GetString(new PaymentEcho(1010, 1, asked.Faults, asked).Write());
        foreach (var secret in new[] { "4111", "987", "0F1E", "1111" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);

        var shown = Given.Json(Encoding.UTF8.GetBytes(text), "Payment");
        Assert.Equal((0, "Ana"), ((int)shown["Customer"]!["ID"]!, (string)shown["Customer"]!["FirstName"]!));
        Assert.Equal(asked.Faults.Count, shown["Status"]!["Reasons"]!.AsArray().Count);
    }

    [Fact]
    public void An_action_in_the_wrong_state_names_the_payment()
    {
        var shown = Given.Json(new PaymentEcho(1010, 2, [ReturnCode.PaymentState], Stands: Given.Payment(PaymentStatus.Captured)).Write(), "Payment");
        Assert.Equal((300001, "shop-1", 2599, 1006), ((int)shown["ID"]!, (string)shown["MerchantTransactionID"]!, (int)shown["Amount"]!, (int)shown["Status"]!["Reasons"]![0]!["Code"]!));
        Assert.Null(shown["Card"]);
        Assert.Null(shown["Status"]!["ID"]);
    }

    [Fact]
    public void What_is_not_found_is_all_null_but_the_reason()
    {
        var payment = Given.Json(InvalidRequests.PaymentNotFound.Body, "Payment");
        Assert.Equal(["MethodID", "Status"], payment.Where(p => p.Value is not null).Select(p => p.Key));
        Assert.Equal(17, (int)payment["Status"]!["Reasons"]![0]!["Code"]!);

        var refund = Given.Json(InvalidRequests.RefundNotFound.Body, "Refund");
        Assert.False(refund.ContainsKey("ID") || refund.ContainsKey("InitialPaymentID") || refund.ContainsKey("InvalidRequestID"));
        Assert.Equal(17, (int)refund["Status"]!["Reasons"]![0]!["Code"]!);
        Assert.Equal(2400, (int)Given.Json(InvalidRequests.TokenNotFound.Body, "CardAuthentication")["Status"]!["Reasons"]![0]!["Code"]!);
        Assert.Equal(404, InvalidRequests.TokenNotFound.Status);
    }

    [Theory]
    [InlineData("\"MerchantTransactionID\":\"r 1\",\"Amount\":500", 2200)]
    [InlineData("\"Amount\":500", 2200)]
    [InlineData("\"MerchantTransactionID\":\"r-1\",\"Amount\":0", 2201)]
    [InlineData("\"MerchantTransactionID\":\"r-1\"", 2201)]
    [InlineData("\"MerchantTransactionID\":\"r-1\",\"Amount\":\"5\",\"Description\":[]", 2203)]
    [InlineData("\"MerchantTransactionID\":\"r-1\",\"Amount\":\"5\",\"StatementDescriptor\":\"\\u0000\"", 2204)]
    [InlineData("\"MerchantTransactionID\":\"r-1\",\"Amount\":\"5\",\"OriginatorTransactionID\":\"a b\"", 2209)]
    public void A_bad_refund_has_its_code_and_is_echoed_without_an_id(string fields, int code)
    {
        var asked = AskedRefund.Read(Encoding.UTF8.GetBytes($"{{\"Refund\":{{\"ID\":0,{fields}}}}}"))!;
        Assert.Equal([code], asked.Faults.Select(f => f.Code));
        var shown = Given.Json(new RefundEcho(1010, 3, asked.Faults, asked, Given.Payment()).Write(), "Refund");
        Assert.Equal(("i3", 300001, "EUR"), ((string)shown["InvalidRequestID"]!, (int)shown["InitialPaymentID"]!, (string)shown["Currency"]!));
        Assert.False(shown.ContainsKey("ID"));
    }

    [Fact]
    public void A_refund_is_shown_as_published()
    {
        var refund = new Refund
        {
            Merchant = 1010, Number = 5001, Payment = 300001, Reference = "shop-1-r", Amount = new Amount(500, Currency.Of("EUR")), State = RefundState.Done, Created = Given.Now,
        };
        const string Published =
            """
            {"Refund":{"ID":5001,"SiteID":1010,"Created":"20270115093000","MerchantTransactionID":"shop-1-r","OriginatorTransactionID":null,"InitialPaymentID":300001,"Amount":500,
            "Currency":"EUR","Description":null,"StatementDescriptor":null,"Customer":null,"BillingAddress":null,"BankAddress":null,"Articles":null,"Status":{"ID":2,"Info":"Success","Reasons":[]}}}
            """;
        Assert.Empty(Sample.Differences(JsonNode.Parse(Published), JsonNode.Parse(RefundWriter.Refund(refund))));

        var failed = Given.Json(RefundWriter.Refund(refund with { State = RefundState.Failed, Reason = PaymentReason.RefundExceedsCaptured }), "Refund");
        Assert.Equal((4, 2206), ((int)failed["Status"]!["ID"]!, (int)failed["Status"]!["Reasons"]![0]!["Code"]!));
        Assert.Equal(2, JsonNode.Parse(RefundWriter.Refunds([refund, refund]))!["Refunds"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("{}", 1206)]
    [InlineData("{\"Card\":[]}", 1206)]
    public void A_card_authentication_needs_a_card(string fields, int code)
    {
        using var asked = AskedCardCheck.Read(Encoding.UTF8.GetBytes($"{{\"CardAuthentication\":{fields}}}"), Given.Today)!;
        Assert.Equal([code], asked.Faults.Select(f => f.Code));
        var shown = Given.Json(CardCheckWriter.Echo(4, asked.Faults, asked), "CardAuthentication");
        Assert.Equal("i4", (string)shown["InvalidRequestID"]!);
        Assert.True(shown.ContainsKey("Card") && shown["Card"] is null);
    }

    [Fact]
    public void A_refused_card_has_no_token_and_says_why()
    {
        var shown = Given.Json(Given.CardWriter.Checked(Given.Payment(PaymentStatus.VerifyFailed) with { Reason = PaymentReason.Declined }, token: null), "CardAuthentication");
        Assert.Null(shown["CreditCardToken"]);
        Assert.Equal((4, 5005), ((int)shown["Status"]!["ID"]!, (int)shown["Status"]!["Reasons"]![0]!["Code"]!));
    }
}
