using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server;

/// <summary>What merchants send, with names that no other test uses.</summary>
internal static class Orders
{
    public const string Visa = "4111111111111111";
    public const string Declined = "4000000000000002";
    public const string Challenged = "4000000000003220";
    public const string Insufficient = "4000000000009995";
    public const string Unanswered = "4000000000000119";
    public const string ReturnUrl = "https://shop.example/back?o=7";

    private static int _last;

    public static string NewReference(string about = "order") => string.Create(CultureInfo.InvariantCulture, $"{about}-{Interlocked.Increment(ref _last)}");

    /// <summary>An order that leaves the card to the page.</summary>
    public static JsonObject Hosted(string reference, long amount = 2599, string currency = "EUR") => new()
    {
        ["Payment"] = new JsonObject
        {
            ["MerchantTransactionID"] = reference,
            ["Amount"] = amount,
            ["Currency"] = currency,
            ["ReturnURL"] = ReturnUrl,
        },
    };

    /// <summary>An order with the whole card.</summary>
    public static JsonObject Direct(string reference, string number = Visa, long amount = 2599, string currency = "EUR") =>
        Hosted(reference, amount, currency).With("Card", Card(number));

    /// <summary>An order that a saved card pays, without its code.</summary>
    public static JsonObject ByToken(string reference, string token) =>
        Hosted(reference).With("CreditCardToken", new JsonObject { ["Value"] = token });

    public static JsonObject Card(string number = Visa) => new()
    {
        ["HolderName"] = "Ana Pop",
        ["Number"] = number,
        ["ExpirationMonth"] = "02",
        ["ExpirationYear"] = "2031",
        ["SecurityCode"] = number[0] == '3' ? "1234" : "123",
    };

    public static JsonObject Refund(string reference, long amount) => new()
    {
        ["Refund"] = new JsonObject { ["MerchantTransactionID"] = reference, ["Amount"] = amount },
    };

    /// <summary>The same order with one field more, or another value in it; a dot steps into an object.</summary>
    public static JsonObject With(this JsonObject order, string field, JsonNode? value)
    {
        var steps = field.Split('.');
        var place = steps[..^1].Aggregate(order.First().Value!.AsObject(), (parent, step) =>
        {
            if (parent[step] is not JsonObject) parent[step] = new JsonObject();
            return parent[step]!.AsObject();
        });
        place[steps[^1]] = value;
        return order;
    }

    public static JsonObject Without(this JsonObject order, string field)
    {
        order.First().Value!.AsObject().Remove(field);
        return order;
    }
}
