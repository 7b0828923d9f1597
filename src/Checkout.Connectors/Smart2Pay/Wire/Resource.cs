using System.Globalization;
using System.Text.Json;
using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Smart2Pay.Wire;

/// <summary>A payment, a refund or a card check as an answer shows it. Every field may be missing, and then it is null.</summary>
internal sealed class Resource(JsonElement json)
{
    public string? Id => Number("ID") is { } id and not "0" ? id : null;

    public string? Reference => json.Text("MerchantTransactionID");

    public string? Site => Number("SiteID");

    /// <summary>The payment that a refund gives back.</summary>
    public string? Payment => Number("InitialPaymentID");

    public long? Status => json.Part("Status")?.Whole("ID");

    /// <summary>Why it stands where it stands, as return codes.</summary>
    public IReadOnlyList<long> Codes => [.. (json.Part("Status")?.List("Reasons") ?? []).Select(reason => reason.Whole("Code")).OfType<long>()];

    /// <summary>Null when it cannot be read, also for a currency that does not exist.</summary>
    public Amount? Amount => Money(json.Whole("Amount"));

    /// <summary>Whether it names an amount or a currency at all, readable or not.</summary>
    public bool SaysAmount => json.Says("Amount") || json.Says("Currency");

    public Amount? Captured => Money(json.Whole("CapturedAmount"));

    /// <summary>What a capture that is on its way will take, where the answer says it.</summary>
    public Amount? ToBeCaptured => Money(json.Part("CaptureDetails")?.Whole("Amount")) ?? (Captured is { Minor: > 0 } captured ? captured : null);

    public string? RedirectUrl => json.Text("RedirectURL");

    public string? Description => json.Text("Description");

    /// <summary>The acquirer's own name for the charge.</summary>
    public string? AcquirerReference => json.Text("MethodTransactionID");

    public UpstreamToken? Token => UpstreamToken.Of(json.Part("CreditCardToken")?.Text("Value"));

    public CardFace? Card => json.Part("Card") is { } card ? ShownCard.Of(card) : null;

    /// <summary>This protocol knows the country of the card's bank and nothing more of it.</summary>
    public CardFacts? Facts => CardFacts.Of(type: null, issuerName: null, json.Part("Card")?.Text("IssuingBankCountry"));

    public FraudVerdict? Fraud
    {
        get
        {
            if (json.Part("Fraud") is not { } fraud) return null;
            FraudStatus? status = fraud.Text("Status") switch
            {
                "Accept" => FraudStatus.Accept,
                "Challenge" => FraudStatus.Challenge,
                "Deny" => FraudStatus.Deny,
                _ => null,
            };
            return status is { } said ? new FraudVerdict(said, (int)Math.Min(fraud.Whole("Score") ?? 0, int.MaxValue), fraud.Text("Reason") ?? "") : null;
        }
    }

    /// <summary>The one resource of an answer; null when the answer is about something else.</summary>
    public static Resource? In(JsonElement body, string root) => body.Part(root) is { } json ? new Resource(json) : null;

    private Amount? Money(long? minor) => minor is { } value && Currency.TryFind(json.Text("Currency"), out var currency) ? new Amount(value, currency) : null;

    private string? Number(string name) => json.Whole(name)?.ToString(CultureInfo.InvariantCulture);
}
