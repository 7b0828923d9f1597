using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// What a merchant asks for with <c>POST /v1/payments</c>, checked field by field. Bad fields are absent here and named in
/// <see cref="Faults"/>. Holds a card in clear: dispose it when the request is over.
/// </summary>
public sealed class AskedPayment(PaymentWire wire) : IRepeatable, IDisposable
{
    public PaymentWire Wire => wire;

    public required FieldChecks Checks { get; init; }

    public string? Reference { get; init; }

    public long? AmountMinor { get; init; }

    /// <summary>The currency as it was sent, in upper case, for the echo.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The currency, if it exists and the merchant takes it.</summary>
    public Currency? Currency { get; init; }

    public string? ReturnUrl { get; init; }

    public bool? Capture { get; init; }

    public bool? Retry { get; init; }

    public bool? ThreeDSecure { get; init; }

    public bool KeepCard { get; init; }

    public required PaymentDetails Details { get; init; }

    public AskedCard? Card { get; init; }

    public AskedToken? Token { get; init; }

    public IReadOnlyList<ReturnCode> Faults => Checks.Faults;

    CardNumber? IRepeatable.Number => Card?.Typed?.Number;

    /// <summary>The card details for Core; <paramref name="saved"/> is the card the token names.</summary>
    public CardMeans Means(SavedCard? saved)
    {
        if (saved is not null) return new CardMeans.Saved(saved) { Code = Token!.Code, AskCode = Token.AsksCode };
        if (Card is { Typed: { } typed }) return new CardMeans.Typed(typed) { Code = Card.Code, AskCode = Card.AsksCode };
        return new CardMeans.None();
    }

    void IRepeatable.Describe(RequestDigest digest) => wire.Describe(digest);

    public void Dispose()
    {
        Card?.Dispose();
        Token?.Dispose();
        wire.Card.Value?.Dispose();
        wire.CreditCardToken.Value?.Dispose();
    }
}
