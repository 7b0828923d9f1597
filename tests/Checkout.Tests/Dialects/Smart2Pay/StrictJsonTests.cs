using System.Text;
using Checkout.Web.Dialects;
using Checkout.Web.Dialects.Smart2Pay;
using Microsoft.AspNetCore.Http;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>What is no request at all (API-3), and what still is one.</summary>
public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"Payment\":null}")]
    [InlineData("{\"Payment\":[]}")]
    [InlineData("{\"Payment\":\"x\"}")]
    [InlineData("{\"Refund\":{}}")]
    [InlineData("{\"Payment\":{}")]
    [InlineData("{\"Payment\":{}}x")]
    [InlineData("{\"Payment\":{},}")]
    [InlineData("{\"Payment\":{/**/}}")]
    [InlineData("{\"Payment\":{\"Amount\":01}}")]
    [InlineData("{'Payment':{}}")]
    public void Broken_bodies_are_not_read(string body) => Assert.Null(Given.Read(body));

    [Theory]
    [InlineData("{\"Payment\":{\"Amount\":1,\"Amount\":2}}")]
    [InlineData("{\"Payment\":{\"Amount\":1,\"amount\":1}}")]
    [InlineData("{\"Payment\":{\"Amount\":1,\"\\u0041mount\":1}}")]
    [InlineData("{\"Payment\":{},\"payment\":{}}")]
    [InlineData("{\"Payment\":{\"Card\":{\"Number\":\"1\",\"number\":\"2\"}}}")]
    [InlineData("{\"Payment\":{\"Customer\":{\"Email\":null,\"Email\":null}}}")]
    public void A_key_that_comes_twice_is_refused(string body) => Assert.Null(Given.Read(body));

    [Fact]
    public void Sixteen_levels_are_read_and_seventeen_are_not()
    {
        Assert.NotNull(Given.Read(Deep(14)));
        Assert.Null(Given.Read(Deep(15)));
    }

    [Fact]
    public void Only_strict_utf8_is_read()
    {
        var good = Encoding.UTF8.GetBytes("{\"Payment\":{\"Description\":\"ă\"}}");
        Assert.NotNull(Given.Read(good));
        var bad = (byte[])good.Clone();
        bad[Array.IndexOf(bad, (byte)0xC4)] = 0xFF;
        Assert.Null(Given.Read(bad));
        Assert.Null(Given.Read([0xEF, 0xBB, 0xBF, .. good]));
        Assert.Null(Given.Read(Encoding.Unicode.GetBytes("{\"Payment\":{}}")));
    }

    [Fact]
    public void Half_a_character_is_a_fault_of_its_field() => Assert.Contains(
        1004, Given.Read("{\"Payment\":{\"Description\":\"\\ud800\"}}")!.Faults.Select(f => f.Code));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[{\"a\":[1,{\"b\":null}]}]")]
    [InlineData("true")]
    [InlineData("1e999")]
    public void Wrong_types_anywhere_are_read_to_the_end(string value)
    {
        string[] fields =
        [
            "MerchantTransactionID", "OriginatorTransactionID", "Amount", "Currency", "ReturnURL", "Description", "StatementDescriptor", "Language", "SkinID", "ClientIP",
            "MethodID", "Capture", "Retry", "3DSecure", "GenerateCreditCardToken", "PaymentTokenLifetime", "Installments", "Moto", "Customer", "BillingAddress",
            "ShippingAddress", "Card", "CreditCardToken",
        ];
        foreach (var field in fields)
        {
            using var asked = Given.Read($$$"""{"Payment":{"{{{field}}}":{{{value}}},"Amount2":1}}""");
            Assert.NotNull(asked);
            Assert.NotEmpty(asked.Faults);
        }

        foreach (var field in new[] { "HolderName", "Number", "ExpirationMonth", "ExpirationYear", "SecurityCode", "RequireSecurityCode", "IssuingBankCountry" })
        {
            using var asked = Given.Read($$$"""{"Payment":{"Card":{"{{{field}}}":{{{value}}} } } }""");
            Assert.NotEmpty(asked!.Faults);
        }
    }

    [Theory]
    [InlineData(RequestBody.Limit, true)]
    [InlineData(RequestBody.Limit + 1, false)]
    public async Task A_body_is_at_most_64_KiB(int size, bool isRead)
    {
        foreach (var announced in new[] { true, false })
        {
            var http = new DefaultHttpContext();
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes("{}".PadRight(size)));
            if (announced) http.Request.ContentLength = size;
            using var body = await RequestBody.ReadAsync(http.Request);
            Assert.Equal(isRead ? size : 0, body.Bytes.Length);
        }
    }

    private static string Deep(int below) => $"{{\"Payment\":{{\"Other\":{new string('[', below)}{new string(']', below)}}}}}";
}
