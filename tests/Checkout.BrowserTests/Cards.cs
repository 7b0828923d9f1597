using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.BrowserTests;

/// <summary>The simulator's cards the stories use, and an expiry that is always ahead.</summary>
public static class Cards
{
    public const string Approved = "4111111111111111";
    public const string AlsoApproved = "5555555555554444";
    public const string AmericanExpress = "378282246310005";
    public const string Declined = "4000000000000002";
    public const string NoFunds = "4000000000009995";
    public const string OnlyCode424 = "4000000000000101";
    public const string Challenged = "4000000000003220";
    public const string ChallengedByPost = "4000000000003063";
    public const string Silent = "4000000000000119";

    public static readonly string Expiry = string.Create(CultureInfo.InvariantCulture, $"11/{(TimeProvider.System.GetUtcNow().Year + 4) % 100:00}");

    /// <summary>A whole card as a merchant sends it.</summary>
    public static JsonObject ByApi(string number) => new()
    {
        ["HolderName"] = "Ada Shopper",
        ["Number"] = number,
        ["ExpirationMonth"] = Expiry[..2],
        ["ExpirationYear"] = "20" + Expiry[3..],
        ["SecurityCode"] = "123",
    };
}
