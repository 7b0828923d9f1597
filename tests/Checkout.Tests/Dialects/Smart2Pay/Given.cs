using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Tokens;
using Checkout.Web.Dialects.Smart2Pay;
using Microsoft.Extensions.Options;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>What the tests of this room start from: a shop, a day, a good request, a payment.</summary>
internal static class Given
{
    public const string Link = "9C0D11223344556677889900AABBCCDD";

    public const string CardNumber = "4111111111111111";

    public static readonly DateTimeOffset Now = new(2027, 1, 15, 9, 30, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    public static readonly Masks Masks = new(Options.Create(new Smart2PayOptions()));

    public static readonly Smart2PayWriter Writer = new(Masks, new OneLink(), new PayExample());

    public static readonly CardCheckWriter CardWriter = new(Masks);

    public static readonly Merchant Shop = new() { Id = 1010, Name = "Shop", IsSandbox = true };

    /// <summary>A request nothing is wrong with; its parts can be replaced before it is read.</summary>
    public static JsonObject Request() => (JsonObject)JsonNode.Parse(
        """
        {"MerchantTransactionID":"shop-1","Amount":2599,"Currency":"EUR","ReturnURL":"https://shop.example/back","Card":{"HolderName":"Ana Pop",
        "Number":"4111111111111111","ExpirationMonth":"02","ExpirationYear":"2031","SecurityCode":"123"}}
        """)!;

    public static AskedPayment Read(JsonObject payment, Merchant? merchant = null) => Read(new JsonObject { ["Payment"] = payment }.ToJsonString(), merchant)!;

    public static AskedPayment? Read(string body, Merchant? merchant = null) => Read(Encoding.UTF8.GetBytes(body), merchant);

    public static AskedPayment? Read(byte[] body, Merchant? merchant = null) => new Smart2PayReader(new StillClock()).Payment(body, merchant ?? Shop);

    /// <summary>The codes of a good request after one change.</summary>
    public static int[] CodesOf(Action<JsonObject> change, Merchant? merchant = null)
    {
        var payment = Request();
        change(payment);
        using var asked = Read(payment, merchant);
        return [.. asked.Faults.Select(f => f.Code)];
    }

    public static CardFace Face(string digits = CardNumber, string holder = "Ana Pop", string month = "02", string year = "2031")
    {
        Assert.True(Checkout.Core.Cards.CardNumber.TryRead(digits, out var number, out _));
        Assert.True(Expiry.TryRead(month, year, out var expiry));
        using var card = new TypedCard(number, expiry, holder);
        return CardFace.Of(card);
    }

    public static Payment Payment(PaymentStatus status = PaymentStatus.Authorized) => new()
    {
        Merchant = Shop.Id,
        Number = 300001,
        Dialect = Dialect.Smart2Pay,
        IsTest = true,
        Reference = "shop-1",
        Amount = new Amount(2599, Currency.Of("EUR")),
        Status = status,
        Version = 2,
        ReturnUrl = "https://shop.example/back",
        Card = Face(),
        LinkCheck = 7,
        Created = Now,
        Changed = Now,
    };

    public static JsonObject Json(byte[] body, string root)
    {
        var json = (JsonObject)JsonNode.Parse(body)!;
        Assert.Equal(root, Assert.Single(json).Key);
        return (JsonObject)json[root]!;
    }

    public static JsonObject Shown(Payment payment, string? token = null, bool showsFraud = true) =>
        Json(Writer.Payment(new PaymentView(payment, token, showsFraud)), "Payment");

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class PayExample : IPublicAddress
    {
        public string Base => "https://pay.example";
    }

    private sealed class OneLink : IOpaqueTokens
    {
        public string Seal(TokenPurpose purpose, TokenTarget target)
        {
            Assert.Equal((TokenPurpose.PageLink, 7L), (purpose, target.Check));
            return Link;
        }

        public bool TryOpen(TokenPurpose purpose, string? word, out TokenTarget target) => throw new InvalidOperationException("The writer opens nothing.");
    }
}
