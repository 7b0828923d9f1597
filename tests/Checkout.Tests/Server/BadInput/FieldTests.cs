using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.BadInput;

/// <summary>Fields that are wrong, one at a time, in a payment that would otherwise be charged.</summary>
public sealed class FieldTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    /// <summary>A field, a JSON value that does not belong there, and the code it earns.</summary>
    public static TheoryData<string, string, int> WrongValues => new()
    {
        { "OriginatorTransactionID", "\"with space\"", 1011 }, { "OriginatorTransactionID", "{}", 1011 },
        { "Currency", "\"EU\"", 1002 }, { "Currency", "\"EURO\"", 1002 }, { "Currency", "\"QQQ\"", 1002 }, { "Currency", "978", 1002 }, { "Currency", "null", 1002 }, { "Currency", "[\"EUR\"]", 1002 },
        { "ReturnURL", "\"shop\"", 1003 }, { "ReturnURL", "\"javascript:alert(1)\"", 1003 }, { "ReturnURL", "\"https://\"", 1003 }, { "ReturnURL", "{}", 1003 }, { "ReturnURL", "7", 1003 },
        { "Description", "[]", 1004 }, { "Description", "\"line\\nbreak\"", 1004 }, { "Description", "true", 1004 }, { "StatementDescriptor", "{}", 1005 }, { "Language", "\"x\"", 1007 }, { "Language", "[]", 1007 },
        { "SkinID", "\"blue\"", 114 }, { "SkinID", "-1", 114 }, { "ClientIP", "\"here\"", 2 }, { "ClientIP", "[]", 2 }, { "MethodID", "7", 101 }, { "MethodID", "{}", 101 },
        { "Capture", "\"perhaps\"", 2 }, { "Capture", "2", 2 }, { "Capture", "{}", 2 }, { "Retry", "[]", 2 }, { "3DSecure", "\"yes\"", 2 }, { "GenerateCreditCardToken", "{}", 2 },
        { "PaymentTokenLifetime", "\"soon\"", 2 }, { "PaymentTokenLifetime", "-5", 2 }, { "Installments", "0", 1014 }, { "Installments", "1.5", 1014 },
        { "Customer", "\"Ana\"", 1609 }, { "Customer.Email", "\"ana\"", 1601 }, { "Customer.Email", "7", 1601 }, { "Customer.MerchantCustomerID", "\"a b\"", 1600 }, { "Customer.Gender", "\"f\"", 1604 }, { "Customer.FirstName", "true", 1602 },
        { "BillingAddress", "[]", 1400 }, { "BillingAddress.Country", "\"ROU\"", 1408 }, { "BillingAddress.Country", "\"QQ\"", 1409 }, { "ShippingAddress.City", "[]", 1401 },
        { "Card", "\"4111111111111111\"", 1206 }, { "Card", "[]", 1206 }, { "Card.HolderName", "null", 1200 }, { "Card.HolderName", "\"Ana 4111111111111111\"", 1200 }, { "Card.HolderName", "{}", 1200 },
        { "Card.Number", "\"4111111111111112\"", 1201 }, { "Card.Number", "\"4111 1111 1111 1111\"", 1201 }, { "Card.Number", "\"41111111111\"", 1201 }, { "Card.Number", "null", 1201 }, { "Card.Number", "[]", 1201 },
        { "Card.ExpirationMonth", "\"13\"", 1202 }, { "Card.ExpirationMonth", "\"0\"", 1202 }, { "Card.ExpirationMonth", "null", 1202 }, { "Card.ExpirationMonth", "{}", 1202 },
        { "Card.ExpirationYear", "\"1999\"", 1203 }, { "Card.ExpirationYear", "\"131\"", 1203 }, { "Card.ExpirationYear", "[]", 1203 }, { "Card.ExpirationYear", "\"2020\"", 1205 }, { "Card.ExpirationYear", "\"20\"", 1205 },
        { "Card.SecurityCode", "\"12\"", 1204 }, { "Card.SecurityCode", "\"12345\"", 1204 }, { "Card.SecurityCode", "\"abc\"", 1204 }, { "Card.SecurityCode", "{}", 1204 }, { "Card.RequireSecurityCode", "\"maybe\"", 2 }, { "Card.IssuingBankCountry", "\"ROU\"", 108 },
        { "CreditCardToken", "7", 2404 }, { "CreditCardToken", "{}", 2404 }, { "CreditCardToken.Value", "[]", 2400 },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task A_wrong_value_is_named_and_nothing_is_done(string field, string value, int code)
    {
        var reference = Orders.NewReference();
        var order = Orders.Direct(reference).With(field, JsonNode.Parse(value));
        Refused.With(await server.Checkout.PostAsync("/v1/payments", order), code);
        await Refused.LosesNothingAsync(server.Checkout, reference);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"with space\"")]
    [InlineData("\"123456789012345678901234567890123456789012345678901\"")]
    [InlineData("\"line\\n\"")]
    [InlineData("\"ă\"")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("true")]
    [InlineData("1.5")]
    public async Task A_payment_without_a_good_reference_is_refused(string value)
    {
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.Direct("x").With("MerchantTransactionID", JsonNode.Parse(value))), 1000);
        Assert.Empty(await server.Checkout.LedgerAsync("x"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var order = Orders.Direct("has space", "4111111111111112", -1, "EU").With("Card.SecurityCode", "x").With("Customer.Email", "x").With("Capture", "x");
        Refused.With(await server.Checkout.PostAsync("/v1/payments", order), 1000, 1001, 1002, 1201, 1204, 1601, 2);
    }

    [Fact]
    public async Task A_card_and_a_token_together_are_refused()
    {
        var token = (string)(await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true))).Payment["CreditCardToken"]!["Value"]!;
        var reference = Orders.NewReference();
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference).With("CreditCardToken.Value", token)), 2403);
        await Refused.LosesNothingAsync(server.Checkout, reference);
    }

    [Fact]
    public async Task A_first_card_payment_in_a_LATAM_currency_names_shopper_and_country()
    {
        var reference = Orders.NewReference();
        Task<Answer> Send(JsonObject order) => server.Checkout.PostAsync("/v1/payments", order);
        JsonObject Order() => Orders.Direct(reference, currency: "BRL");

        Refused.With(await Send(Order()), 1400, 1609);
        Refused.With(await Send(Order().With("BillingAddress.City", "Recife").With("Customer.FirstName", "Ana")), 1408, 1601, 1605);
        await Refused.DoesNothingAsync(server.Checkout, reference);
        Assert.Equal(9, (await Send(Order().With("BillingAddress.Country", "BR").With("Customer.Email", "ana@shop.example").With("Customer.SocialSecurityNumber", "00003456789"))).StatusId);
    }

    [Fact]
    public async Task A_payment_that_needs_the_shopper_needs_a_way_back()
    {
        var reference = Orders.NewReference();
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.Hosted(reference).Without("ReturnURL")), 1003);
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference).Without("ReturnURL").With("3DSecure", true)), 1003);
        await Refused.DoesNothingAsync(server.Checkout, reference);
        Assert.Equal(9, (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference).Without("ReturnURL"))).StatusId);
    }

    [Fact]
    public async Task A_refused_card_check_names_the_fault_and_makes_no_token()
    {
        var body = new JsonObject { ["CardAuthentication"] = new JsonObject { ["Card"] = Orders.Card("4111111111111112") } };
        Refused.With(await server.Checkout.PostAsync("/v1/card/authenticate", body), 1201);
        Refused.With(await server.Checkout.PostAsync("/v1/card/authenticate", JsonNode.Parse("""{"CardAuthentication":{}}""")), 1206);

        body["CardAuthentication"]!["Card"] = Orders.Card(Orders.Declined);
        var answer = await server.Checkout.PostAsync("/v1/card/authenticate", body);
        Assert.Equal((400, 4), ((int)answer.Status, (int)answer.Json!["CardAuthentication"]!["Status"]!["ID"]!));
        Assert.Null(answer.Json["CardAuthentication"]!["CreditCardToken"]);
    }
}
