using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>A shop of the Cardgate dialect with a card gate, whose shoppers are seen by their banks in the words of one generation.</summary>
internal sealed class ChallengeShop(RunningCheckout checkout, int site)
{
    private readonly CardgateShop _shop = new(checkout);
    private readonly Shopper _shopper = new(checkout);

    public string Key => $"{Merchants.CardgateAccountOf(site)}:cardgate-key-{site}";

    public string Credentials => $"{site}:key-{site}";

    public static async Task<ChallengeShop> OpenAsync(RunningCheckout checkout, int site, ChallengeShape shape, MerchantSettings? settings = null)
    {
        await checkout.AddMerchantAsync(site, (settings ?? new()) with { Challenges = shape, Cardgate = [new CardgateAccount(Merchants.CardgateAccountOf(site), H2H: true, Instant: false)] });
        return new ChallengeShop(checkout, site);
    }

    /// <summary>Sells with a card whose bank wants to see the shopper.</summary>
    public async Task<SoldAtBank> SellsAsync(string card = ThreeDSecure, string expiry = "12/32", JsonObject? attributes = null)
    {
        var invoice = await _shop.CreateAsync((attributes ?? Invoice()).And("return_url", Orders.ReturnUrl), Key);
        var sale = (await _shop.SellAsync(invoice, Card(card, expiry))).Json!;
        var payment = (await checkout.Services.GetRequiredService<IPaymentStore>().FindByPublicIdAsync(Id(invoice)))!;
        return new SoldAtBank(Id(invoice), payment.Reference, sale["auth_payload"]!, checkout.Services.GetRequiredService<ChargeTools>().ReturnUrlOf(payment, hidesCards: false));
    }

    /// <summary>Enters the bank's page as the sale says.</summary>
    public Task<ShownPage> EntersAsync(SoldAtBank sold) =>
        (string?)sold.Payload["method"] == "POST" ? _shopper.PostAsync(sold.Page, sold.Fields) : _shopper.GetAsync(sold.Page);

    /// <summary>Goes to the bank, presses a button there, and takes what it gives back to where it says.</summary>
    public async Task<(ShownPage End, (string Name, string Value)[] Brought)> PassesAsync(SoldAtBank sold, string decision = "approve")
    {
        var (answer, brings) = await _shopper.PressesAtBankAsync(await EntersAsync(sold), decision);
        Assert.Equal(sold.Back, answer.Location);
        return (await _shopper.FollowAsync((int)answer.Status == 307 ? await _shopper.PostAsync(answer.Location!, brings) : answer), brings);
    }

    public async Task<JsonNode> ReadAsync(SoldAtBank sold) => Attributes(await _shop.GetAsync("/payment-invoices/" + sold.Invoice, Key));

    public async Task<string> StatusAsync(SoldAtBank sold) => (string)(await ReadAsync(sold))["status"]!;

    /// <summary>What was charged, in short.</summary>
    public async Task<string> ChargedAsync(SoldAtBank sold) =>
        string.Join(", ", (await checkout.LedgerAsync(sold.Reference, Credentials)).Select(l => $"{l.Kind} {l.State}"));

    /// <summary>What a browser would carry, written by hand.</summary>
    public static string Message(params (string Name, string Value)[] members)
    {
        var json = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Value)));
        return System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    public static JsonNode Open(string message) => JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(message))!;
}

/// <summary>A sale that waits for the shopper's bank.</summary>
/// <param name="Payload">The <c>auth_payload</c> of its answer.</param>
/// <param name="Back">Where the bank sends the shopper back to.</param>
internal sealed record SoldAtBank(string Invoice, string Reference, JsonNode Payload, string Back)
{
    public string Page => (string)Payload["action"]!;

    public IEnumerable<(string Name, string Value)> Fields => Payload["params"]!.AsObject().Select(p => (p.Key, (string)p.Value!));

    public string this[string name] => Fields.Single(f => f.Name == name).Value;
}
