using System.Text.Json;
using Checkout.Core.SavedCards;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Answers about tokens.</summary>
public sealed class TokenAnswers(FindSavedCard find, CardgateIds ids)
{
    public Answer Of(BoundCard bound) => bound switch
    {
        { Card: { } card } => new Answer(200, Document(card)),
        { Refusal: BindRefusal.OfSomebodyElse } => Refused.For(Fault.Conflict("The token belongs to another customer")),
        _ => Refused.For(Fault.NotFound),
    };

    private byte[] Document(SavedCard card) => JsonBody.Of((Answers: this, Card: card), static (json, what) => what.Answers.Write(json, what.Card));

    private void Write(Utf8JsonWriter json, SavedCard card)
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteString("type"u8, "tokens"u8);
        json.WriteString("id"u8, ids.Card(card.Merchant, card.Number));
        json.WriteStartObject("attributes"u8);
        json.WriteString("token"u8, find.TokenOf(card));
        json.WriteBoolean("test_mode"u8, card.IsTest);
        json.WriteStartObject("customer"u8);
        json.WriteString("reference_id"u8, card.Shopper);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
