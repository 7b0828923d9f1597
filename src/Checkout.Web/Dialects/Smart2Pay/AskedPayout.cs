using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// What a merchant asks for with <c>POST /v1/payouts</c>. Bad fields are absent and named in <see cref="Faults"/>. Holds a card in clear: dispose
/// it when the request is over.
/// </summary>
public sealed class AskedPayout : IRepeatable, IDisposable
{
    /// <summary>Whether a card is too old to be paid is the acquirer's matter (spec §8.2).</summary>
    private static readonly DateOnly AnyDay = DateOnly.MinValue;

    private readonly PayoutWire _wire;
    private readonly AskedCard? _card;

    private AskedPayout(PayoutWire wire, Merchant merchant)
    {
        _wire = wire;
        Reference = Checks.Text(wire.MerchantTransactionID, PayoutFields.Reference);
        AmountMinor = Checks.Number(wire.Amount, PayoutFields.Amount);
        CurrencyCode = Checks.Text(wire.Currency, PayoutFields.Currency)?.ToUpperInvariant();
        Currency = Taken(merchant);
        Details = new PaymentDetails
        {
            OriginatorReference = Checks.Text(wire.OriginatorTransactionID, PayoutFields.Originator),
            Description = Checks.Text(wire.Description, PayoutFields.Description),
            StatementDescriptor = Checks.Text(wire.StatementDescriptor, PayoutFields.StatementDescriptor),
            Shopper = PersonReader.Shopper(wire.Customer, Checks),
            Billing = PersonReader.Address(wire.BillingAddress, Checks),
        };
        _card = CardReader.Card(wire.Card, AnyDay, Checks);
        Token = CardReader.Token(wire.CreditCardToken, Checks);
        if (wire.Card.IsSent && wire.CreditCardToken.IsSent) Checks.Fail(ReturnCode.CardAndToken);
        if (!wire.Card.IsSent && !wire.CreditCardToken.IsSent) Checks.Fail(ReturnCode.CardMissing);
    }

    public FieldChecks Checks { get; } = new();

    public string? Reference { get; }

    public long? AmountMinor { get; }

    /// <summary>The currency as it was sent, in upper case, for the echo.</summary>
    public string? CurrencyCode { get; }

    public PaymentDetails Details { get; }

    public AskedToken? Token { get; }

    public IReadOnlyList<ReturnCode> Faults => Checks.Faults;

    CardNumber? IRepeatable.Number => _card?.Typed?.Number;

    private Currency? Currency { get; }

    /// <summary>Null when the body is no JSON of this resource.</summary>
    public static AskedPayout? Read(ReadOnlySpan<byte> body, Merchant merchant) =>
        WireJson.Read(body, WireJson.Default.PayoutEnvelope)?.Payout.Value is { } wire ? new AskedPayout(wire, merchant) : null;

    /// <summary>The order for Core, of a request without faults; <paramref name="saved"/> is the card the token names.</summary>
    public PayoutOrder Order(Merchant merchant, SavedCard? saved) => new(merchant, Reference!, new Amount(AmountMinor!.Value, Currency!), Details, _card?.Typed, saved);

    void IRepeatable.Describe(RequestDigest digest) => _wire.Describe(digest);

    public void Dispose()
    {
        _card?.Dispose();
        Token?.Dispose();
        _wire.Dispose();
    }

    private Currency? Taken(Merchant merchant)
    {
        if (CurrencyCode is null) return null;
        if (Core.Money.Currency.TryFind(CurrencyCode, out var currency) && merchant.Takes(currency)) return currency;
        Checks.Fail(ReturnCode.PayoutCurrency);
        return null;
    }
}
