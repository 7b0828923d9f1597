using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Microsoft.Extensions.Options;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// How the dialect shows a card number (VLT-5): <c>VISA-1111</c> for ranges with a label, <c>Ends with 0004</c> for the others, and nothing at
/// all where the published LATAM route shows nothing.
/// </summary>
public sealed class Masks
{
    private readonly KeyValuePair<string, string>[] _labels;

    public Masks(IOptions<Smart2PayOptions> options)
    {
        _labels = [.. options.Value.MaskLabels.OrderByDescending(l => l.Key.Length)];
    }

    /// <summary>The mask of a card by itself.</summary>
    public string Of(CardFace card)
    {
        foreach (var (range, label) in _labels)
        {
            if (card.First6.StartsWith(range, StringComparison.Ordinal)) return $"{label}-{card.Last4}";
        }

        return card.First6.Length == 0 && WordOf(card.Brand) is { } word ? $"{word}-{card.Last4}" : EndsWith(card);
    }

    /// <summary>The mask of a payment's card: a one-click payment hides the label, a merchant-initiated one on the LATAM route all.</summary>
    public string Of(Payment payment, CardFace card)
    {
        if (!payment.Details.BySavedCard) return Of(card);
        if (!payment.Details.ByMerchantAlone) return EndsWith(card);
        return payment.Details.Billing is null && LatinAmerica.Uses(payment.Amount.Currency) ? "" : Of(card);
    }

    // Of a card that moved in, or that only a provider knows, the leading digits are not known, but the word its mask began with is.
    private static string? WordOf(Brand brand) => brand switch
    {
        Brand.Visa => "VISA",
        Brand.Mastercard => "MASTERCARD",
        Brand.Amex => "AMEX",
        Brand.Diners => "DINERS",
        Brand.Maestro => "MAESTRO",
        _ => null,
    };

    private static string EndsWith(CardFace card) => $"Ends with {card.Last4}";
}
