using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.Canary;

/// <summary>
/// A card number and a security code that no other test uses go through every story, well and badly, in a server that writes down as much
/// as it can. Afterwards every byte it left is searched for them (VLT-1, I11, OPS-2).
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    public const string Number = "379682540137963";
    public const string Code = "8319";

    /// <summary>What the shopper's browser calls itself goes to providers, and nowhere else.</summary>
    private const string Browser = "Keepsake";

    private readonly string _directory = Directory.CreateTempSubdirectory("checkout-canary-").FullName;
    private readonly ConcurrentBag<string> _answers = [];
    private CheckoutProgram _checkout = null!;
    private ReceivingShop _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReceivingShop.OpenAsync();
        string[] host = ["--environment", "Development", $"--DataDirectory={_directory}"];
        await CheckoutProgram.RunAsync(["merchant", "add", "--site", "7400", "--api-key", "key", "--name", "Shop", "--notification-url", _shop.Url, .. host]);
        _checkout = await CheckoutProgram.StartAsync([.. host, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:System.Net.Http=Trace"]);
    }

    public async Task DisposeAsync()
    {
        await _checkout.DisposeAsync();
        await _shop.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Neither_number_nor_code_is_left_anywhere()
    {
        await PaysByApiAsync();
        await IsRefusedByApiAsync();
        await PaysOnThePageAsync();
        await IsMistypedOnThePageAsync();
        await TellsOfItsBrowserAsync();
        await TurnsUpWhereNoCardBelongsAsync();
        await RunningCheckout.EventuallyAsync(() => Task.FromResult(_shop.Heard.Count), heard => heard >= 3);

        IsNowhere();
        Assert.Equal(0, await _checkout.StopAsync());
        IsNowhere();

        // The search saw what was written: the mask's digits are in the archive, and the log told of the payments.
        Assert.Contains(Files(), file => Encoding.Latin1.GetString(file.Content).Contains($"\"{Number[^4..]}\"", StringComparison.Ordinal));
        Assert.Contains("notice", _checkout.Said, StringComparison.Ordinal);
    }

    private async Task PaysByApiAsync()
    {
        var first = Direct().With("GenerateCreditCardToken", true).With("Capture", true);
        var paid = (await SendAsync("/v1/payments", first, "request-1")).Payment;
        await SendAsync("/v1/payments", first, "request-1");
        await SendAsync("/v1/payments", Direct(), "request-1");
        var token = (string)paid["CreditCardToken"]!["Value"]!;
        await SendAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), token).With("CreditCardToken.SecurityCode", Code));
        await SendAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), token));
        await SendAsync($"/v1/payments/{paid["ID"]}/refunds", Orders.Refund(Orders.NewReference(), 100));
        var held = (await SendAsync("/v1/payments", Direct())).Payment["ID"];
        await SendAsync($"/v1/payments/{held}/cancel", null);
        await SendAsync("/v1/card/authenticate", new JsonObject { ["CardAuthentication"] = new JsonObject { ["Card"] = Card() } });
        await SendAsync($"/v1/card/token/{token}/cancel", null);
        foreach (var amount in new[] { 10001, 10002, 10005 }) await SendAsync("/v1/payments", Direct().With("Amount", amount).With("Capture", true));
    }

    private async Task IsRefusedByApiAsync()
    {
        await SendAsync("/v1/payments", Direct().With("Card.ExpirationYear", "2020"));
        await SendAsync("/v1/payments", Direct().With("Card.HolderName", Number));
        await SendAsync("/v1/payments", Direct().With("Card.SecurityCode", Number));
        await SendAsync("/v1/payments", Direct().With("Card.Number", Number + Code));
        await SendAsync("/v1/payments", Direct().With("Card.ExpirationMonth", Number));
        await SendAsync("/v1/payments", Direct().With("Currency", Number));
        await SendAsync("/v1/payments", Direct().With("Customer.Email", Number));
        await SendAsync("/v1/payments", Direct(), credentials: "7400:wrong");
        foreach (var broken in new[] { $"{{\"Payment\":{{\"Card\":{{\"Number\":\"{Number}\",\"SecurityCode\":\"{Code}\"", $"{{\"Payment\":{{\"Card\":{{\"Number\":{Number},\"Number\":{Number},\"SecurityCode\":{Code}}}}}}}", Direct().ToJsonString().PadRight(70_000) })
            _answers.Add((await _checkout.SendAsync(HttpMethod.Post, "/v1/payments", broken, "7400:key")).Body);
    }

    private async Task PaysOnThePageAsync()
    {
        var shopper = new Shopper(_checkout);
        var customer = Orders.NewReference("shopper");
        JsonObject Order() => Orders.Hosted(Orders.NewReference()).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", customer);
        Keep(await shopper.PayAsync(await shopper.OrderAsync(Order(), "7400:key"), Number, Code, save: true));
        var saved = Keep(await shopper.OrderAsync(Order(), "7400:key"));
        var card = saved.Document.QuerySelector("input[name=saved-card]")!.GetAttribute("value")!;
        Keep(await shopper.FollowAsync(await shopper.PostAsync(saved, "card", [("saved-card", card), ("security-code", Code), ("pay", "1")])));

        Keep(await shopper.FollowAsync(await shopper.PostAsync(await shopper.OrderAsync(Direct().With("Card.SecurityCode", null), "7400:key"), "card", [("security-code", Code), ("pay", "1")])));
        var toBank = Keep(await shopper.PayAsync(await shopper.OrderAsync(Order().With("3DSecure", true).With("Customer.MerchantCustomerID", null), "7400:key"), Number, Code, save: true));
        Keep(await shopper.DecideAsync(toBank.GoesTo!, "approve"));
        var givenUp = await shopper.OrderAsync(Orders.Hosted(Orders.NewReference()).With("3DSecure", true), "7400:key");
        await shopper.PayAsync(givenUp, Number, Code);
        Keep(await shopper.PressAsync(await shopper.OpenAsync(givenUp.Action("card")), "use-other-card"));
        Keep(await shopper.PayAsync(await shopper.OpenAsync(SignedLink.Of(Orders.NewReference()).Path), Number, Code));
    }

    private async Task IsMistypedOnThePageAsync()
    {
        var shopper = new Shopper(_checkout);
        var page = await shopper.OrderAsync(Orders.Hosted(Orders.NewReference(), currency: "BRL"), "7400:key");
        Keep(await shopper.PostAsync(page, "card", [("card-number", Number), ("card-expiry", "01/20"), ("security-code", Code), ("card-holder", "Ana"), ("pay", "1")]));
        foreach (var field in new[] { "card-holder", "card-expiry", "security-code", "email", "document", "saved-card", "country", "unknown", Number })
            Keep(await shopper.PostAsync(page, "card", [(field, Number), ("card-number", Number + "0"), ("pay", "1")]));
        Keep(await shopper.PostAsync(page.Action("card"), [("nonce", Number), ("version", Number), ("card-number", Number), ("security-code", Code), ("filler", new string('x', 20_000))]));
    }

    private async Task TellsOfItsBrowserAsync()
    {
        var shopper = new Shopper(_checkout);
        (string, string)[] says = [("User-Agent", Browser + "/1.0"), ("Accept", "text/" + Browser), ("Accept-Language", "xx-" + Browser)];
        var page = await shopper.OrderAsync(Orders.Hosted(Orders.NewReference()), "7400:key");
        var again = Keep(await shopper.PostAsync(page, "card", Shopper.Typed(Number, ""), says));
        Keep(await shopper.FollowAsync(await shopper.PostAsync(again, "card", Shopper.Typed(Number, Code), says)));
    }

    /// <summary>In addresses and headers, where people and programs put what does not belong there.</summary>
    private async Task TurnsUpWhereNoCardBelongsAsync()
    {
        var shopper = new Shopper(_checkout);
        foreach (var path in new[] { $"/pay/{Number}", $"/pay/x?fill={Number}&lang={Number}", $"/return/{Number}", $"/pay?site=1010&reference={Number}", $"/sandbox/bank/{Number}", $"/{Number}", $"/v1/card/token/{Number}", $"/v1/payments/{Number}" })
        {
            await shopper.GetAsync(path, ("User-Agent", Number), ("Referer", $"https://x.example/{Number}"), ("Accept-Language", Number), ("X-Card", Number));
            await _checkout.SendAsync(HttpMethod.Get, path, credentials: "7400:key", requestId: Number);
        }
    }

    private static JsonObject Card()
    {
        var card = Orders.Card(Number);
        card["SecurityCode"] = Code;
        return card;
    }

    private static JsonObject Direct() => Orders.Hosted(Orders.NewReference()).With("Card", Card());

    private async Task<Answer> SendAsync(string path, JsonObject? body, string? requestId = null, string credentials = "7400:key")
    {
        var answer = await _checkout.SendAsync(HttpMethod.Post, path, body?.ToJsonString(), credentials, requestId);
        _answers.Add(answer.Body);
        return answer;
    }

    private ShownPage Keep(ShownPage page)
    {
        _answers.Add(page.Answer.Body);
        return page;
    }

    private void IsNowhere()
    {
        foreach (var text in _answers.Append(_checkout.Said).Concat(Files().Select(file => Encoding.Latin1.GetString(file.Content))))
            Assert.False(text.Contains(Browser, StringComparison.OrdinalIgnoreCase), $"The shopper's browser was written down: …{Around(text, Browser)}…");
        foreach (var secret in new[] { Number, Code })
        {
            var traces = new Traces(secret);
            foreach (var (name, content) in Files()) Assert.True(traces.In(content).Count == 0, $"{name} holds {secret} as {string.Join(", ", traces.In(content))}");
            foreach (var said in _answers.Concat(_shop.Heard.Select(n => n.Body)).Append(_checkout.Said))
            {
                var found = traces.In(Encoding.UTF8.GetBytes(said));
                Assert.True(found.Count == 0, $"{secret} was said as {string.Join(", ", found)}: …{Around(said, secret)}…");
            }
        }
    }

    private static string Around(string text, string secret) =>
        text.IndexOf(secret, StringComparison.Ordinal) is >= 0 and var at ? text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)] : "";

    // The lock is empty, and the server that runs lets nobody open it.
    private IEnumerable<(string Name, byte[] Content)> Files() => Directory.EnumerateFiles(_directory, "*", SearchOption.AllDirectories).Where(p => !p.EndsWith("server.lock", StringComparison.Ordinal)).Select(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return (path, content.ToArray());
    });
}
