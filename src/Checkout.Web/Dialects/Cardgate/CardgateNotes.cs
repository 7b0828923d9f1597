using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// What only this dialect knows of a payment it made, kept beside it as its <see cref="PaymentDetails.DialectNotes"/>. Never card data.
/// </summary>
public sealed record CardgateNotes
{
    /// <summary>The invoice, <c>cpi_…</c>.</summary>
    public required string Invoice { get; init; }

    /// <summary>The session whose page and bearer token pay it, <c>cgi_…</c>.</summary>
    public required string Session { get; init; }

    /// <summary>The account it was made through, <c>coma_…</c>; empty when no server of the merchant's made it.</summary>
    public string Account { get; init; } = "";

    /// <summary>Somebody made it with the public key, so nobody has vouched for anything in it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Null: the shopper was to choose how to pay; cards are all there is.</summary>
    public string? Service { get; init; }

    public JsonElement? Metadata { get; init; }

    public NotedCustomer? Customer { get; init; }

    /// <summary>A saved card may be charged without its code.</summary>
    public bool IsInstant { get; init; }

    /// <summary>The creator got a bearer token.</summary>
    public bool HasBearer { get; init; }

    /// <summary>Null for a payment of another dialect.</summary>
    public static CardgateNotes? Of(Payment payment) => payment is { Dialect: Dialect.Cardgate, Details.DialectNotes: { } notes }
        ? JsonSerializer.Deserialize(notes, NotesJson.Default.CardgateNotes)
        : null;

    /// <summary>What this dialect would have noted of a payment that another one made. It has no session: nobody pays it from here.</summary>
    public static CardgateNotes OfElsewhere(Payment payment, string invoice) => new()
    {
        Invoice = invoice,
        Session = "",
        Service = new CardService(payment.Amount.Currency).Code,
        Customer = payment.Shopper is null && payment.Details.Shopper is null ? null : new NotedCustomer(),
    };

    /// <summary>The session opens the page, so it is not printed.</summary>
    public override string ToString() => $"notes of {Invoice}";

    public string Write() => JsonSerializer.Serialize(this, NotesJson.Default.CardgateNotes);
}

/// <summary>What was said about the shopper and has no place in Core.</summary>
public sealed record NotedCustomer
{
    public string? Name { get; init; }

    public string? Patronymic { get; init; }

    public string? Description { get; init; }

    public string? FullAddress { get; init; }

    public JsonElement? Metadata { get; init; }

    /// <summary>The shopper's network address as merchants tell it, in <c>metadata.ip</c>; null: not told, or not one.</summary>
    public string? ReadAddress() =>
        Metadata is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty("ip", out var ip) && ip.ValueKind == JsonValueKind.String ? NetworkAddress.Read(ip.GetString()) : null;
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CardgateNotes))]
internal sealed partial class NotesJson : JsonSerializerContext;
