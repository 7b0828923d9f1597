using System.Globalization;
using System.Text.Json;

namespace Checkout.Connectors.Cardgate;

/// <summary>Writes the sale: a card, the security code of a card they know, or nothing. The only place of this room that reveals a card.</summary>
internal static class SaleBody
{
    public static void Write(Utf8JsonWriter json, CardgateOrder order)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteString("type", "sale-operation");
        json.WriteStartObject("attributes");
        if (order.Way == CardgateWay.WithCard)
        {
            // The card comes last: should the buffer ever have to grow, it leaves no copy of a number behind.
            BrowserInfo.Write(json, order.Request);
            WriteCard(json, order.Request);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter json, Core.Upstream.AuthoriseRequest request)
    {
        if (request.Card is { } card)
        {
            json.WriteString("card_number", card.Number.Reveal());
            if (card.Holder.Length > 0) json.WriteString("card_holder", card.Holder);
            json.WriteString("exp_month", card.Expiry.Month.ToString("00", CultureInfo.InvariantCulture));
            json.WriteString("exp_year", (card.Expiry.Year % 100).ToString("00", CultureInfo.InvariantCulture));
        }

        if (request.Code is { } code) json.WriteString("cvv", code.Reveal());
    }
}
