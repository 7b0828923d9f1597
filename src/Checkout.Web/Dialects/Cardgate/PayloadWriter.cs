using System.Globalization;
using System.Text.Json;
using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Says which card was used: never more of it than the first six and last four digits (VLT-5).</summary>
public static class PayloadWriter
{
    public static void Write(Utf8JsonWriter json, InvoiceView view, CardgateIds ids)
    {
        // Before the first try there is nothing to tell, also when the merchant fixed the card.
        if (view.Payment.Card is not { } card || view.Charge is null)
        {
            json.WriteNull("payload"u8);
            return;
        }

        json.WriteStartObject("payload"u8);
        json.WriteString("token"u8, view.CardToken);
        json.WriteString("auth_type"u8, "card"u8);
        json.WriteString("client_ip"u8, view.Payment.Details.ClientIp ?? "");
        if (!view.HidesCard)
        {
            json.WriteStartObject("payment_card"u8);
            Card(json, card, view.Payment.Challenge, view.CardToken is not null && view.Payment.SavedCard is { } saved ? ids.Card(view.Payment.Merchant, saved) : null);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Card(Utf8JsonWriter json, CardFace card, PassedChallenge? challenge, string? id)
    {
        var brand = BrandOf(card.Brand);
        json.WriteString("first"u8, card.First6.Length == 0 ? null : card.First6);
        json.WriteString("last"u8, card.Last4);
        json.WriteString("mask"u8, MaskOf(card));
        json.WriteString("brand"u8, brand);
        json.WriteString("network"u8, brand?.ToUpperInvariant());
        json.WriteString("type"u8, card.Type);
        json.WriteString("holder"u8, card.Holder);
        json.WriteString("expiry_month"u8, card.Expiry.Month.ToString("00", CultureInfo.InvariantCulture));
        json.WriteString("expiry_year"u8, (card.Expiry.Year % 100).ToString("00", CultureInfo.InvariantCulture));
        json.WriteString("issuer_name"u8, card.IssuerName);
        json.WriteString("issuer_country"u8, card.IssuingCountry);
        json.WriteString("card_id"u8, id);
        Verification(json, challenge);
    }

    /// <summary>Empty unless a challenge of the card's bank was passed and we were told so.</summary>
    private static void Verification(Utf8JsonWriter json, PassedChallenge? challenge)
    {
        json.WriteStartArray("verification"u8);
        if (challenge is not null)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "3ds"u8);
            json.WriteStartObject("details"u8);
            json.WriteString("eci"u8, challenge.Eci);
            json.WriteString("version"u8, challenge.Version);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One asterisk for each hidden digit; where nobody told how many there are, as many as most cards of the brand have.</summary>
    public static string MaskOf(CardFace card)
    {
        var length = card.Length ?? UsualLength(card.Brand);
        return card.First6 + new string('*', length - card.First6.Length - card.Last4.Length) + card.Last4;
    }

    private static int UsualLength(Brand brand)
    {
        var lengths = BrandRules.Of(brand).Lengths;
        return brand != Brand.Diners && lengths.Contains(16) ? 16 : lengths[0];
    }

    private static string? BrandOf(Brand brand) => brand switch
    {
        Brand.Unknown => null,
        Brand.Visa => "visa",
        Brand.Mastercard => "mastercard",
        Brand.Amex => "amex",
        Brand.Diners => "diners",
        Brand.Discover => "discover",
        Brand.Jcb => "jcb",
        Brand.UnionPay => "unionpay",
        Brand.Maestro => "maestro",
        Brand.Mir => "mir",
        Brand.Elo => "elo",
        Brand.Hipercard => "hipercard",
    };
}
