using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Tests.Server.Cardgate;
using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.Simulated;

/// <summary>A merchant who tests an integration: it names scenarios, hears notices, and reads the simulator's account of each payment.</summary>
internal sealed class ScenarioShop : IAsyncDisposable
{
    private static int _lastSite = 7300;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly ReceivingShop _ear;
    private string _credentials = "";

    private ScenarioShop(RunningCheckout checkout, ReceivingShop ear) => (Checkout, _ear) = (checkout, ear);

    /// <summary>The server it talks to; another one after a restart.</summary>
    public RunningCheckout Checkout { get; set; }

    public int Site => _site;

    public static async Task<ScenarioShop> OpenAsync(RunningCheckout checkout, string? scenario = null)
    {
        var shop = new ScenarioShop(checkout, await ReceivingShop.OpenAsync());
        shop._credentials = await checkout.AddMerchantAsync(shop._site, new MerchantSettings
        {
            NotificationUrl = shop._ear.Url,
            CallbackUrl = shop._ear.Url,
            Scenario = scenario,
            Cardgate = [new CardgateAccount(Merchants.CardgateAccountOf(shop._site), H2H: true, Instant: true)],
        });
        shop._ear.Answers = notice => Task.FromResult(notice.Invoice is null ? 204 : 200);
        return shop;
    }

    /// <summary>The status the shop's server answers a notice with.</summary>
    public Func<HeardNotice, Task<int>> Answers
    {
        set => _ear.Answers = value;
    }

    /// <summary>What proves a Smart2Pay notice.</summary>
    public string Proof => "Basic " + Base64(_credentials);

    public ValueTask DisposeAsync() => _ear.DisposeAsync();

    public IReadOnlyList<HeardNotice> Heard(string reference) => _ear.About(reference);

    /// <summary>Captures or cancels a payment.</summary>
    public Task<Answer> ActAsync(Answer payment, string action) => SendAsync(HttpMethod.Post, $"/v1/payments/{payment.Payment["ID"]}/{action}", null, new("Basic", Base64(_credentials)));

    public Task<Answer> RefundAsync(Answer payment, JsonObject refund) => SendAsync(HttpMethod.Post, $"/v1/payments/{payment.Payment["ID"]}/refunds", refund, new("Basic", Base64(_credentials)));

    public Task<Answer> ReadAsync(string path) => SendAsync(HttpMethod.Get, path, null, new("Basic", Base64(_credentials)));

    /// <summary>Gives an invoice back in the Cardgate dialect.</summary>
    public Task<Answer> RefundInvoiceAsync(Answer invoice, decimal amount) => SendAsync(
        HttpMethod.Post, $"/payment-invoices/{CardgateShop.Id(invoice)}/refund", CardgateShop.Document(new JsonObject { ["amount"] = amount, ["reference_id"] = "r1" }, "refund"), Account);

    /// <summary>A payment with the whole card in the Smart2Pay dialect; the header names the scenario.</summary>
    public Task<Answer> PayAsync(JsonObject order, string? scenario = null) =>
        SendAsync(HttpMethod.Post, "/v1/payments", order, new("Basic", Base64(_credentials)), scenario);

    /// <summary>An invoice in the Cardgate dialect; the header names the scenario.</summary>
    public Task<Answer> InvoiceAsync(JsonObject attributes, string? scenario = null) =>
        SendAsync(HttpMethod.Post, "/payment-invoices", CardgateShop.Document(attributes), Account, scenario);

    /// <summary>The sale of an invoice with a card; without a number, with the saved one it names.</summary>
    public Task<Answer> SellAsync(Answer invoice, string? number = CardgateShop.Approved, string? scenario = null) => SendAsync(
        HttpMethod.Post, "/payment/sale", CardgateShop.Document(number is null ? new JsonObject() : CardgateShop.Card(number), "sale-operation"), new("Bearer", CardgateShop.Bearer(invoice)), scenario);

    public async Task<int> StatusAsync(Answer payment) => (await SendAsync(HttpMethod.Get, $"/v1/payments/{payment.Payment["ID"]}", null, new("Basic", Base64(_credentials)))).StatusId;

    public async Task<int> StatusAsync(string reference)
    {
        var found = await SendAsync(HttpMethod.Get, $"/v1/payments?merchantTransactionID={reference}", null, new("Basic", Base64(_credentials)));
        return (int)found.Json!["Payments"]![0]!["Status"]!["ID"]!;
    }

    public async Task<string?> InvoiceStatusAsync(Answer invoice) =>
        (string?)CardgateShop.Attributes(await SendAsync(HttpMethod.Get, "/payment-invoices/" + CardgateShop.Id(invoice), null, Account))["status"];

    public static Task<int> BecomesAsync(Func<Task<int>> read, int status) => RunningCheckout.EventuallyAsync(read, s => s == status);

    /// <summary>The page of a new payment whose reference ends in the scenario's name.</summary>
    public async Task<(string Reference, ShownPage Page)> OpenPageAsync(Shopper shopper, string scenario, Func<JsonObject, JsonObject>? change = null)
    {
        var reference = $"{Orders.NewReference()}--{scenario}";
        var order = Orders.Hosted(reference).With("Capture", true);
        return (reference, await shopper.OrderAsync(change?.Invoke(order) ?? order, _credentials));
    }

    /// <summary>What the bank statement shows, in short: <c>authorise approved 2599 EUR, capture approved 2599 EUR</c>.</summary>
    public async Task<string> LedgerAsync(string reference) =>
        string.Join(", ", (await Checkout.LedgerAsync(reference, _credentials)).Select(l => $"{l.Kind} {l.State} {l.Amount} {l.Currency}"));

    /// <summary>The notices about a payment tell these statuses, in this order, and no other. A notice tells the present, so one that was overtaken is not told.</summary>
    public async Task HearsAsync(string reference, params int[] statuses)
    {
        var heard = await RunningCheckout.EventuallyAsync(() => Task.FromResult(_ear.About(reference)), heard => heard.Count > 0 && heard[^1].StatusId == statuses[^1]);
        var told = heard.Select(n => n.StatusId).Distinct().ToArray();
        Assert.Equal(statuses.Where(told.Contains), told);
    }

    /// <summary>The last callback about an invoice tells this status.</summary>
    public Task<IReadOnlyList<HeardNotice>> HearsAsync(string reference, string status) => RunningCheckout.EventuallyAsync(
        () => Task.FromResult(_ear.About(reference)), heard => heard.Count > 0 && (string?)heard[^1].Invoice!["status"] == status);

    private AuthenticationHeaderValue Account => new("Basic", Base64($"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}"));

    private async Task<Answer> SendAsync(HttpMethod method, string path, JsonObject? body, AuthenticationHeaderValue proof, string? scenario = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Authorization = proof;
        if (scenario is not null) request.Headers.Add("Sandbox-Scenario", scenario);
        using var response = await Checkout.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
