using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>A provider on a port of its own that plays frozen documents: private API under <c>/api</c>, card gate under <c>/gate</c>, a page and a bank.</summary>
public sealed class CardgateStub : IAsyncLifetime
{
    public const string Account = "coma_StubAccount00001";
    public const string Key = "stub-key";
    public const string Secret = "sk_test_stub";

    private readonly ConcurrentDictionary<string, StubInvoice> _invoices = new();
    private readonly WebApplication _app;
    private int _count;

    public CardgateStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/api/payment-invoices", (Delegate)CreateAsync);
        _app.MapGet("/api/payment-invoices", (Delegate)Find);
        _app.MapGet("/api/payment-invoices/{id}", (Delegate)Read);
        _app.MapPost("/api/payment-invoices/{id}/refund", (Delegate)RefundAsync);
        _app.MapPost("/gate/payment/sale", (Delegate)SellAsync);
        _app.MapPost("/hpp/{sid}", (Delegate)VisitAsync);
        _app.MapPost("/acs/challenge", (Delegate)DecideAsync);
    }

    /// <summary>Whether our server may send cards, so that every invoice carries a bearer.</summary>
    public bool TakesCards { get; set; }

    public string Address => _app.Urls.First();

    /// <summary>The stub's word for a card of a customer; it works for that customer only.</summary>
    public static string TokenOf(string card, string customer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(card + customer)))[..32];

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> CreateAsync(HttpContext context)
    {
        if (!IsKnown(context)) return Refused(401, "unauthorized", "");
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true) return Refused(400, "malformed", "");
        var asked = (await BodyAsync(context)).GetProperty("data").GetProperty("attributes");
        var invoice = new StubInvoice(asked, Interlocked.Increment(ref _count), Address) { HasBearer = TakesCards || IsInstant(asked) };
        if (_invoices.Values.Any(i => i.Reference == invoice.Reference)) return Refused(422, "not_unique", "/data/attributes/reference_id");
        if (asked.TryGetProperty("token", out var token) && !Recognise(invoice, token.GetString()!)) return Refused(422, "invalid", "/data/attributes/token");
        _invoices[invoice.Id] = invoice;
        return Json(invoice.Document(), 201);
    }

    private IResult Find(HttpContext context)
    {
        if (!IsKnown(context)) return Refused(401, "unauthorized", "");
        var reference = context.Request.Query["filter[reference_id]"].ToString();
        var found = _invoices.Values.Where(i => i.Reference == reference).Select(i => JsonNode.Parse(i.Document())!["data"]!.DeepClone());
        return Json(new JsonObject { ["data"] = new JsonArray([.. found]), ["links"] = new JsonArray() }.ToJsonString(), 200);
    }

    private IResult Read(HttpContext context, string id)
    {
        if (!IsKnown(context)) return Refused(401, "unauthorized", "");
        return _invoices.TryGetValue(id, out var invoice) ? Json(invoice.Document(), 200) : Refused(404, "not_found", "");
    }

    private async Task<IResult> RefundAsync(HttpContext context, string id)
    {
        if (!IsKnown(context) || !_invoices.TryGetValue(id, out var invoice)) return Refused(404, "not_found", "");
        var asked = (await BodyAsync(context)).GetProperty("data").GetProperty("attributes");
        var (reference, amount) = (asked.GetProperty("reference_id").GetString()!, asked.GetProperty("amount").GetDecimal());
        Assert.Equal(id, asked.GetProperty("invoiceId").GetString());
        if (invoice.Status is not ("processed" or "partially_refunded")) return Refused(409, "conflict", "");
        if (amount > invoice.Amount - invoice.GivenBack) return Refused(422, "limit_violation", "/data/attributes/amount");
        invoice.Refunds.Add((reference, amount));
        invoice.Status = invoice.GivenBack == invoice.Amount ? "refunded" : "partially_refunded";
        return Json(UpstreamDocument.Read("refund", ("id", "ref_" + reference[^8..]), ("reference", reference), ("invoice", id), ("amount", JsonValue.Create(amount)), ("currency", "EUR")), 200);
    }

    private async Task<IResult> SellAsync(HttpContext context)
    {
        var bearer = context.Request.Headers.Authorization.ToString();
        if (_invoices.Values.FirstOrDefault(i => i.HasBearer && bearer == "Bearer " + i.Bearer) is not { } invoice) return Refused(401, "unauthorized", "");
        if (invoice.Status != "process_pending") return Refused(409, "conflict", "");
        var asked = (await BodyAsync(context)).GetProperty("data").GetProperty("attributes");
        if (asked.TryGetProperty("card_number", out var number))
        {
            if (!TakesCards) return Refused(403, "forbidden", "");
            invoice.Card = number.GetString();
        }
        else if (invoice.Card is null || (!invoice.IsInstant && !asked.TryGetProperty("cvv", out _)))
        {
            return Refused(422, "required", "/data/attributes/cvv");
        }

        return Charge(invoice, context);
    }

    private static IResult Charge(StubInvoice invoice, HttpContext context)
    {
        switch (invoice.Card)
        {
            case "4000000000000002":
                invoice.End("process_failed", "issuer_decline");
                return Json(invoice.Fill("sale-declined"), 201);
            case "5123817234060000":
                invoice.Resolution = "auth_3ds_required";
                return Json(invoice.Fill("sale-challenge"), 201);
            case "4000000000000119":
                invoice.End("processed");
                context.Abort();
                return Results.Empty;
            default:
                invoice.End("processed");
                return Json(invoice.Fill("sale-paid"), 201);
        }
    }

    /// <summary>The shopper on the provider's page: types a card, or only the code of the card that is known, or leaves.</summary>
    private async Task<IResult> VisitAsync(HttpContext context, string sid)
    {
        var invoice = _invoices.Values.Single(i => i.Sid == sid && i.Status == "process_pending");
        var typed = await context.Request.ReadFormAsync();
        if (typed["number"].FirstOrDefault() is { } number) invoice.Card = number;
        invoice.End(typed.ContainsKey("leave") ? "terminated" : invoice.Card is null ? "process_failed" : "processed");
        return Results.Redirect("http://127.0.0.1:5080/return/abc");
    }

    /// <summary>The shopper at the bank. The three names of the first 3-D Secure must arrive as they were given.</summary>
    private async Task<IResult> DecideAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Assert.Equal("eJxVUdtu", form["PaReq"]);
        Assert.Equal(Address + "/complete-auth", form["TermUrl"]);
        var invoice = _invoices.Values.Single(i => i.Sid == form["MD"]);
        switch (form["decision"].ToString())
        {
            case "approve": invoice.End("processed"); break;
            case "refuse": invoice.End("process_failed", "client_auth_failed"); break;
            default: invoice.End("terminated"); break;
        }

        return Results.Redirect("http://127.0.0.1:5080/return/abc");
    }

    private bool Recognise(StubInvoice invoice, string token)
    {
        invoice.Card = _invoices.Values.FirstOrDefault(i => i is { Tokenizes: true, Card: not null } && TokenOf(i.Card, invoice.Customer) == token)?.Card;
        return invoice.Card is not null;
    }

    private static bool IsInstant(JsonElement asked) => asked.GetProperty("gateway_options").GetProperty("cardgate").TryGetProperty("instant", out var instant) && instant.GetBoolean();

    private static bool IsKnown(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Key}"));

    private static async Task<JsonElement> BodyAsync(HttpContext context) => (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;

    private static IResult Refused(int status, string code, string pointer) =>
        Json(UpstreamDocument.Read("refused", ("status", status.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("code", code), ("pointer", pointer)), status);

    private static IResult Json(string document, int status) => Results.Text(document, "application/json", Encoding.UTF8, status);
}
