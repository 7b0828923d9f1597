using System.Text.Json;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Tells which ways to pay an account has, all or one.</summary>
public static class ServiceAnswers
{
    /// <param name="merchant">Whose.</param>
    /// <param name="currency">Only the one of this currency; null: all.</param>
    public static Answer All(Merchant merchant, string? currency) => new(200, JsonBody.Of((Merchant: merchant, Currency: currency), static (json, what) =>
    {
        var total = 0;
        json.WriteStartObject();
        json.WriteStartArray("data"u8);
        foreach (var service in CardService.Of(what.Merchant).Where(s => what.Currency is null || s.Currency.Code.Equals(what.Currency, StringComparison.OrdinalIgnoreCase)))
        {
            Write(json, service, what.Merchant);
            total++;
        }

        json.WriteEndArray();
        json.WriteStartObject("meta"u8);
        json.WriteNumber("total"u8, total);
        json.WriteEndObject();
        json.WriteEndObject();
    }));

    /// <summary>A service that the account does not have is not there.</summary>
    public static Answer One(Merchant merchant, string? code) => CardService.TryRead(code, out var service) && merchant.Takes(service.Currency)
        ? new Answer(200, JsonBody.Of((Service: service, Merchant: merchant), static (json, what) =>
        {
            json.WriteStartObject();
            json.WritePropertyName("data"u8);
            Write(json, what.Service, what.Merchant);
            json.WriteEndObject();
        }))
        : Refused.For(Fault.NotFound);

    /// <summary>The ways to pay in one currency, by their codes, for pages that let the shopper choose (§14).</summary>
    public static Answer Offer(CardService service, Merchant merchant, bool isTest) => new(200, JsonBody.Of((Service: service, Merchant: merchant, IsTest: isTest), static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteString("type"u8, "payment-prerequest"u8);
        json.WriteStartObject("attributes"u8);
        json.WriteString("currency"u8, what.Service.Currency.Code);
        json.WriteBoolean("test_mode"u8, what.IsTest);
        json.WriteStartObject("services"u8);
        json.WriteStartObject(what.Service.Code);
        Attributes(json, what.Service, what.Merchant);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, CardService service, Merchant merchant)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "payment-services"u8);
        json.WriteString("id"u8, service.Code);
        json.WriteStartObject("attributes"u8);
        Attributes(json, service, merchant);
        json.WriteEndObject();
        json.WriteStartObject("relationships"u8);
        json.Relation("payment-method"u8, "payment-methods"u8, CardService.Method);
        json.WriteEndObject();
        json.WriteStartObject("links"u8);
        json.WriteString("self"u8, "/api/payment-services/" + service.Code);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Attributes(Utf8JsonWriter json, CardService service, Merchant merchant)
    {
        var limit = merchant.LimitOn(service.Currency);
        json.WriteString("code"u8, service.Code);
        json.WriteString("method"u8, CardService.Method);
        json.WriteString("flow"u8, CardService.Flow);
        json.WriteString("currency"u8, service.Currency.Code);
        json.None("fields"u8);
        json.Amount("amount_min"u8, Limit(limit?.LeastMinor, service));
        json.Amount("amount_max"u8, Limit(limit?.MostMinor, service));
        json.WriteString("status"u8, "available"u8);
    }

    private static Amount? Limit(long? minor, CardService service) => minor is { } known ? new Amount(known, service.Currency) : null;
}
