using System.Globalization;
using System.Text.Json.Nodes;
using Checkout.Tests.Server;

namespace Checkout.Tests.Connectors.Smart2Pay.Stub;

/// <summary>What the played provider remembers of a payment.</summary>
internal sealed class StubCharge(long id, JsonNode asked, string? card)
{
    public long Id => id;

    public string Reference { get; } = (string)asked["MerchantTransactionID"]!;

    public long Amount { get; } = (long)asked["Amount"]!;

    /// <summary>The number; null until the shopper has typed it.</summary>
    public string? Card { get; private set; } = card;

    public string? Token { get; set; }

    public bool WantsToken { get; } = (bool?)asked["GenerateCreditCardToken"] == true;

    public int Status { get; private set; } = 1;

    public long Captured { get; private set; }

    public List<JsonObject> Refunds { get; } = [];

    private int[] Codes { get; set; } = [];

    private bool Captures { get; } = (bool?)asked["Capture"] == true;

    /// <summary>The bank decides.</summary>
    public void Decide(string number)
    {
        Card = number;
        if (number == Smart2PayStub.Cards.Declines) End(4, 5005);
        else if (Captures) Capture(Amount);
        else Status = 9;
    }

    public void Capture(long amount)
    {
        Captured = amount;
        Status = amount == Amount ? 11 : 35;
    }

    public void End(int status, params int[] codes) => (Status, Codes) = (status, codes);

    public bool Refund(JsonObject refund, long amount)
    {
        var given = Refunds.Where(r => (int)r["Refund"]!["Status"]!["ID"]! == 2).Sum(r => (long)r["Refund"]!["Amount"]!);
        var fits = given + amount <= Captured;
        Refunds.Add(refund.At(fits ? 2 : 4, fits ? [] : [2206]));
        if (fits) Status = given + amount == Captured ? 22 : 21;
        return fits;
    }

    /// <summary>The payment as the published samples show one.</summary>
    public JsonObject Say(string host)
    {
        var said = UpstreamSample.Of(Status == 1 ? "hosted" : "direct")
            .With("ID", id).With("MerchantTransactionID", Reference).With("Amount", Amount).With("Currency", (string)asked["Currency"]!)
            .With("CapturedAmount", Captured.ToString(CultureInfo.InvariantCulture)).With("Capture", Captures)
            .With("Description", (string?)asked["Description"])
            .At(Status, Codes).With("CreditCardToken", Token is null ? null : new JsonObject { ["Value"] = Token });
        if (Card is { } number && Status != 1) said.With("Card.Number", $"Ends with {number[^4..]}");
        return Status == 1 ? said.With("RedirectURL", $"{host}/v1/Payments/FillCardDetails?PaymentToken={id}.1010.9C0D") : said;
    }
}
