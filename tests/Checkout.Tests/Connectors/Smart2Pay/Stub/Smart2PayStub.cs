using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkout.Tests.Connectors.Smart2Pay.Stub;

/// <summary>
/// Plays the provider over HTTP, in the words of the published samples. It is written by those alone and shares no line with our dialect.
/// </summary>
internal sealed class Smart2PayStub : IAsyncDisposable
{
    public static readonly ExamCards Cards = new("4548812049400004", "4000000000000002", "4000000000003220", "4000000000000119");

    private readonly WebApplication _app;
    private readonly Lock _door = new();
    private readonly Dictionary<string, Reply> _replies = [];
    private readonly List<StubCharge> _charges = [];
    private readonly Dictionary<string, string> _tokens = [];

    private Smart2PayStub(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<Smart2PayStub> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var stub = new Smart2PayStub(app);
        app.Run(stub.AnswerAsync);
        await app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>A shopper on the page behind a redirect; one who approves there types a card if none is known.</summary>
    public void Visit(string page, AtTheBank does, string? card = null)
    {
        lock (_door)
        {
            var charge = Find(page.Split("PaymentToken=")[1].Split('.')[0])!;
            Assert.Equal(1, charge.Status);
            if (does == AtTheBank.GivesUp) charge.End(3, 119);
            else if (does == AtTheBank.Refuses) charge.End(4, 5088);
            else Decide(charge, charge.Card ?? card!);
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Reply reply;
        lock (_door) reply = Hear(http.Request, body.Length == 0 ? null : JsonNode.Parse(body));
        if (reply.IsLost)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(reply.Body.ToJsonString());
    }

    private Reply Hear(HttpRequest request, JsonNode? body)
    {
        if (request.Headers.Authorization != Smart2PayRig.Credentials) return new Reply(401, UpstreamSample.Of("denied"));
        if (HttpMethods.IsGet(request.Method)) return Read(request);

        // The same request twice is one effect and one answer.
        var name = $"{request.Path} {request.Headers["RequestId"]}";
        if (!_replies.TryGetValue(name, out var reply)) _replies[name] = reply = Act(request, body);
        return reply;
    }

    private Reply Read(HttpRequest request) => request.Path.Value!.Split('/')[1..] switch
    {
        ["v1", "payments"] => new Reply(200, List("Payments", _charges.Where(c => c.Reference == request.Query["merchantTransactionID"]).Select(c => c.Say(Url)))),
        ["v1", "payments", var id] when Find(id) is { } charge => new Reply(200, charge.Say(Url)),
        ["v1", "payments", var id, "refunds"] when Find(id) is { } charge => new Reply(200, List("Refunds", charge.Refunds)),
        _ => new Reply(404, UpstreamSample.Of("invalid").At(null, 17)),
    };

    private Reply Act(HttpRequest request, JsonNode? body) => request.Path.Value!.Split('/')[1..] switch
    {
        ["v1", "payments"] => Pay(body!["Payment"]!),
        ["v1", "card", "authenticate"] => Check(body!["CardAuthentication"]!),
        ["v1", "payments", var id, "capture"] when Find(id) is { } charge => Capture(charge, long.Parse(request.Query["amount"]!, CultureInfo.InvariantCulture)),
        ["v1", "payments", var id, "cancel"] when Find(id) is { } charge => Cancel(charge),
        ["v1", "payments", var id, "refunds"] when Find(id) is { } charge => Refund(charge, body!["Refund"]!),
        _ => new Reply(404, UpstreamSample.Of("invalid").At(null, 17)),
    };

    private Reply Pay(JsonNode asked)
    {
        var invalid = UpstreamSample.Of("invalid").With("MerchantTransactionID", (string)asked["MerchantTransactionID"]!);
        if (_charges.Any(c => c.Reference == (string)asked["MerchantTransactionID"]!)) return new Reply(400, invalid.At(null, 20));

        var token = asked["CreditCardToken"];
        var number = (string?)asked["Card"]?["Number"];
        if (token is not null && !_tokens.TryGetValue((string)token["Value"]!, out number)) return new Reply(400, invalid.At(null, 2400));

        var charge = new StubCharge(300001 + _charges.Count, asked, number) { Token = (string?)token?["Value"] };
        _charges.Add(charge);
        var means = token ?? asked["Card"];
        var lacksCode = means?["SecurityCode"] is null && ((bool?)means?["RequireSecurityCode"] ?? token is null);
        if (number is null || lacksCode || (bool?)asked["3DSecure"] == true) return new Reply(201, charge.Say(Url));

        Decide(charge, number);
        return new Reply(charge.Status == 4 ? 400 : 201, charge.Say(Url), IsLost: number == Cards.Silent);
    }

    private void Decide(StubCharge charge, string number)
    {
        charge.Decide(number);
        if (charge is { WantsToken: true, Status: not 4 }) charge.Token ??= Remember(number);
    }

    private Reply Check(JsonNode asked)
    {
        var number = (string)asked["Card"]!["Number"]!;
        return number == Cards.Declines
            ? new Reply(400, UpstreamSample.Of("check").At(4, 5005).With("CreditCardToken", null))
            : new Reply(201, UpstreamSample.Of("check").With("CreditCardToken.Value", Remember(number)));
    }

    private Reply Capture(StubCharge charge, long amount)
    {
        if (charge.Status != 9) return Invalid(charge, 1006);
        if (amount > charge.Amount) return Invalid(charge, 1013);
        charge.Capture(amount);
        return new Reply(200, charge.Say(Url));
    }

    private Reply Cancel(StubCharge charge)
    {
        if (charge.Status != 9) return Invalid(charge, 1006);
        charge.End(3);
        return new Reply(200, charge.Say(Url));
    }

    private static Reply Refund(StubCharge charge, JsonNode asked)
    {
        var (reference, amount) = ((string)asked["MerchantTransactionID"]!, (long)asked["Amount"]!);
        if (charge.Status is not (11 or 35 or 21)) return new Reply(400, UpstreamSample.Of("refund-invalid").With("MerchantTransactionID", reference).At(null, 2205));
        var refund = UpstreamSample.Of("refund").With("MerchantTransactionID", reference).With("Amount", amount).With("InitialPaymentID", charge.Id);
        return new Reply(charge.Refund(refund, amount) ? 201 : 400, refund);
    }

    private static Reply Invalid(StubCharge charge, int code) =>
        new(400, UpstreamSample.Of("invalid").With("ID", charge.Id).With("MerchantTransactionID", charge.Reference).At(null, code));

    private StubCharge? Find(string id) => _charges.FirstOrDefault(c => c.Id.ToString(CultureInfo.InvariantCulture) == id);

    private string Remember(string number)
    {
        var token = Convert.ToHexString(Encoding.ASCII.GetBytes($"stub-token-{_tokens.Count:00000}"));
        _tokens[token] = number;
        return token;
    }

    private static JsonObject List(string name, IEnumerable<JsonObject> items) => new() { [name] = new JsonArray([.. items.Select(item => item.First().Value!.DeepClone())]) };

    /// <param name="IsLost">It is never heard.</param>
    private sealed record Reply(int Status, JsonObject Body, bool IsLost = false);
}
