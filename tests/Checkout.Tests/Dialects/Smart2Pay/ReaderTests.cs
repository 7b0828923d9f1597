using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Smart2Pay;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>Every field against its pattern, with the code it earns.</summary>
public sealed class ReaderTests
{
    [Theory]
    [InlineData("MerchantTransactionID", "\"has space\"", 1000)]
    [InlineData("MerchantTransactionID", "null", 1000)]
    [InlineData("MerchantTransactionID", "\"\"", 1000)]
    [InlineData("MerchantTransactionID", "\"123456789012345678901234567890123456789012345678901\"", 1000)]
    [InlineData("MerchantTransactionID", "\"line\\n\"", 1000)]
    [InlineData("OriginatorTransactionID", "\"a.b\"", 1011)]
    [InlineData("Amount", "null", 1001)]
    [InlineData("Currency", "\"EU\"", 1002)]
    [InlineData("Currency", "\"XXX\"", 1002)]
    [InlineData("Currency", "null", 1002)]
    [InlineData("ReturnURL", "\"javascript:alert(1)\"", 1003)]
    [InlineData("ReturnURL", "\"https://user@shop.example/\"", 1003)]
    [InlineData("ReturnURL", "\"myshop://back\"", 1003)]
    [InlineData("StatementDescriptor", "\"a\\u0000b\"", 1005)]
    [InlineData("Language", "\"romanian\"", 1007)]
    [InlineData("SkinID", "\"blue\"", 114)]
    [InlineData("ClientIP", "\"nowhere\"", 2)]
    [InlineData("MethodID", "7", 101)]
    [InlineData("MethodID", "[]", 101)]
    [InlineData("Capture", "\"perhaps\"", 2)]
    [InlineData("Moto", "{}", 2)]
    [InlineData("3DSecure", "[true]", 2)]
    [InlineData("PaymentTokenLifetime", "-1", 2)]
    [InlineData("Installments", "100", 1014)]
    [InlineData("Installments", "0", 1014)]
    [InlineData("Customer", "\"Ana\"", 1609)]
    [InlineData("BillingAddress", "[]", 1400)]
    [InlineData("Card", "\"4111111111111111\"", 1206)]
    [InlineData("CreditCardToken", "7", 2404)]
    public void A_bad_field_of_a_payment_has_its_own_code(string field, string value, int code) =>
        Assert.Contains(code, Given.CodesOf(payment => payment[field] = JsonNode.Parse(value)));

    [Theory]
    [InlineData("MerchantCustomerID", "\"a b\"", 1600)]
    [InlineData("Email", "\"nobody\"", 1601)]
    [InlineData("FirstName", "[]", 1602)]
    [InlineData("LastName", "\"\\u0001\"", 1603)]
    [InlineData("Gender", "\"9\"", 1604)]
    [InlineData("SocialSecurityNumber", "{}", 1605)]
    [InlineData("Phone", "\"123456789012345678901234567890123456789012345678901\"", 1606)]
    [InlineData("Company", "[1]", 1607)]
    [InlineData("DateOfBirth", "\"19991332\"", 2)]
    public void A_bad_field_of_the_customer_has_its_own_code(string field, string value, int code) =>
        Assert.Equal([code], Given.CodesOf(payment => payment["Customer"] = new JsonObject { [field] = JsonNode.Parse(value) }));

    [Theory]
    [InlineData("City", 1401)]
    [InlineData("ZipCode", 1402)]
    [InlineData("State", 1403)]
    [InlineData("Street", 1404)]
    [InlineData("StreetNumber", 1405)]
    [InlineData("HouseNumber", 1406)]
    [InlineData("HouseExtension", 1407)]
    [InlineData("Country", 1408)]
    public void A_bad_field_of_an_address_has_its_own_code(string field, int code)
    {
        Assert.Equal([code], Given.CodesOf(payment => payment["BillingAddress"] = new JsonObject { [field] = new string('x', 256) }));
        Assert.Equal([code], Given.CodesOf(payment => payment["ShippingAddress"] = new JsonObject { [field] = new JsonArray() }));
    }

    [Fact]
    public void A_country_that_does_not_exist_is_told_from_one_that_is_misspelt() =>
        Assert.Equal([1409], Given.CodesOf(payment => payment["BillingAddress"] = new JsonObject { ["Country"] = "QQ" }));

    [Fact]
    public void All_faults_come_at_once() =>
        Assert.Equal([1000, 1001, 1002, 1003, 1004, 1601, 1201, 1204], Given.CodesOf(payment =>
        {
            payment["MerchantTransactionID"] = "?";
            payment["Amount"] = -1;
            payment["Currency"] = "E";
            payment["ReturnURL"] = "back";
            payment["Description"] = new string('x', 501);
            payment["Customer"] = new JsonObject { ["Email"] = "@" };
            payment["Card"]!["Number"] = "4111";
            payment["Card"]!["SecurityCode"] = "12";
        }));

    [Fact]
    public void A_currency_the_merchant_does_not_take_is_refused()
    {
        var shop = Given.Shop with { Settings = new MerchantSettings { Currencies = ["EUR"] } };
        Assert.Empty(Given.CodesOf(_ => { }, shop));
        Assert.Equal([1002], Given.CodesOf(payment => payment["Currency"] = "USD", shop));
    }

    [Fact]
    public void Null_and_empty_are_the_same_as_absent() => Assert.Empty(Given.CodesOf(payment =>
    {
        foreach (var name in new[] { "SkinID", "ClientIP", "OriginatorTransactionID", "3DSecure", "Capture", "Customer", "Installments", "MethodID" }) payment[name] = null;
        payment["Description"] = "";
        payment["BillingAddress"] = new JsonObject { ["HouseExtension"] = "", ["Country"] = "" };
    }));

    [Fact]
    public void Keys_are_read_in_any_letter_case_and_unknown_ones_passed_over()
    {
        using var asked = Given.Read("""{"PAYMENT":{"merchanttransactionid":"shop-1","AMOUNT":"5","currency":"eur","returnUrl":"https://shop.example","Splits":[{"a":[1]}],"Details":7}}""")!;
        Assert.Empty(asked.Faults);
        Assert.Equal(("shop-1", 5, "EUR"), (asked.Reference, asked.AmountMinor, asked.CurrencyCode));
    }

    [Fact]
    public void What_the_merchant_does_not_say_follows_its_settings()
    {
        var shop = Given.Shop with { Settings = new MerchantSettings { Capture = true, ThreeDSecure = true } };
        using var silent = Given.Read(Given.Request(), shop);
        var order = Smart2PayReader.Order(silent, shop, isTest: true);
        Assert.True(order.CaptureNow && order.ThreeDSecure);

        var spoken = Given.Request();
        spoken["Capture"] = false;
        spoken["3DSecure"] = false;
        using var asked = Given.Read(spoken, shop);
        order = Smart2PayReader.Order(asked, shop, isTest: true);
        Assert.False(order.CaptureNow || order.ThreeDSecure);
    }

    [Fact]
    public void The_order_carries_what_was_asked()
    {
        var payment = Given.Request();
        payment["Customer"] = new JsonObject { ["MerchantCustomerID"] = "ana-7", ["Email"] = "ana@shop.example", ["DateOfBirth"] = "19900131" };
        payment["PaymentTokenLifetime"] = "30";
        payment["Retry"] = true;
        payment["Installments"] = 3;
        payment["ClientIP"] = "2001:db8::1";
        payment["BillingAddress"] = new JsonObject { ["Country"] = "ro" };
        using var asked = Given.Read(payment);
        var order = Smart2PayReader.Order(asked, Given.Shop, isTest: false);

        Assert.Equal((Dialect.Smart2Pay, "ana-7", TimeSpan.FromMinutes(30), false), (order.Dialect, order.Shopper, order.LinkLifetime, order.IsTest));
        Assert.Equal(("RO", 3, true, "2001:db8::1"), (order.Details.Billing!.Country, order.Details.Installments, order.Details.Retry, order.Details.ClientIp));
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData("0", 10)]
    [InlineData("999999999999", 1440)]
    public void The_link_lives_ten_minutes_or_as_asked_within_a_year(string? sent, int minutes)
    {
        var payment = Given.Request();
        payment["PaymentTokenLifetime"] = sent;
        using var asked = Given.Read(payment);
        Assert.Equal(TimeSpan.FromMinutes(minutes), Smart2PayReader.Order(asked, Given.Shop, isTest: true).LinkLifetime);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fshop.example%2Fback%3Fo%3D7", "https://shop.example/back?o=7")]
    [InlineData("http%3a%2f%2fshop.example/back?q=a%20b", "http://shop.example/back?q=a%20b")]
    [InlineData("https://shop.example/back?u=http%3A%2F%2Fx", "https://shop.example/back?u=http%3A%2F%2Fx")]
    public void An_encoded_scheme_is_accepted_and_decoded(string sent, string read)
    {
        var payment = Given.Request();
        payment["ReturnURL"] = sent;
        using var asked = Given.Read(payment);
        Assert.Empty(asked.Faults);
        Assert.Equal(read, asked.ReturnUrl);
    }
}
