using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>An invoice as the stub remembers it; it writes itself into the frozen documents.</summary>
internal sealed class StubInvoice(JsonElement asked, int number, string address)
{
    public string Id { get; } = $"cpi_{number:D8}StubStub";

    public string Sid { get; } = $"cgi_{number:D8}StubStub";

    public string Bearer { get; } = $"eyJ0eXAi.stub{number}.c2ln";

    public string Reference { get; } = asked.GetProperty("reference_id").GetString()!;

    public string Customer { get; } = asked.GetProperty("customer").GetProperty("reference_id").GetString()!;

    public string Status { get; set; } = "process_pending";

    public string Resolution { get; set; } = "ok";

    /// <summary>The card that paid, or that a token stands for.</summary>
    public string? Card { get; set; }

    public bool HasBearer { get; init; }

    public List<(string Reference, decimal Amount)> Refunds { get; } = [];

    public bool Tokenizes => Options is { } options && options.TryGetProperty("tokenize", out var asks) && asks.GetBoolean();

    public bool IsInstant => Options is { } options && options.TryGetProperty("instant", out var asks) && asks.GetBoolean();

    public decimal Amount => asked.GetProperty("amount").GetDecimal();

    public decimal GivenBack => Refunds.Sum(r => r.Amount);

    private JsonElement? Options => asked.TryGetProperty("gateway_options", out var options) ? options.GetProperty("cardgate") : null;

    /// <summary>The bank's or the shopper's last word.</summary>
    public void End(string status, string resolution = "ok") => (Status, Resolution) = (status, resolution);

    public string Document() => Status switch
    {
        "process_pending" => Fill(HasBearer ? "invoice-pending-with-bearer" : "invoice-pending"),
        "process_failed" or "terminated" => Fill("invoice-ended"),
        _ => Fill("invoice-paid"),
    };

    public string Fill(string document) => UpstreamDocument.Read(
        document,
        ("base", address), ("id", Id), ("serial", Id[4..]), ("sid", Sid), ("bearer", Bearer), ("status", Status), ("resolution", Resolution),
        ("reference", Reference), ("reference-text", Reference), ("amount", UpstreamDocument.Number(asked.GetProperty("amount").GetRawText())),
        ("currency", asked.GetProperty("currency").GetString()), ("return", asked.GetProperty("return_url").GetString()),
        ("metadata", JsonNode.Parse(asked.GetProperty("metadata").GetRawText())), ("token", Tokenizes ? CardgateStub.TokenOf(Card!, Customer) : null),
        ("first", Card?[..6]), ("last", Card?[^4..]), ("mask", Card is null ? null : $"{Card[..6]}******{Card[^4..]}"),
        ("refunded", GivenBack == 0 ? null : JsonValue.Create(GivenBack)), ("refunds", RefundList()));

    private JsonArray RefundList() =>
        new([.. Refunds.Select(r => new JsonObject { ["id"] = "ref_" + r.Reference[^8..], ["reference_id"] = r.Reference, ["status"] = "processed", ["amount"] = r.Amount })]);
}
