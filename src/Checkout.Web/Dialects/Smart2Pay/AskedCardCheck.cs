using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// What a merchant's page asks for with <c>POST /v1/card/authenticate</c>. Bad fields are absent and named in <see cref="Faults"/>. Holds a
/// card in clear: dispose it when the request is over.
/// </summary>
public sealed class AskedCardCheck : IRepeatable, IDisposable
{
    private readonly CardAuthenticationWire _wire;
    private readonly FieldChecks _checks = new();

    private AskedCardCheck(CardAuthenticationWire wire, DateOnly today)
    {
        _wire = wire;
        Shopper = PersonReader.Shopper(wire.Customer, _checks);
        Billing = PersonReader.Address(wire.BillingAddress, _checks);
        Card = CardReader.Card(wire.Card, today, _checks);
        if (!wire.Card.IsSent) _checks.Fail(ReturnCode.CardMissing);
    }

    public ShopperDetails? Shopper { get; }

    public PostalAddress? Billing { get; }

    public AskedCard? Card { get; }

    public IReadOnlyList<ReturnCode> Faults => _checks.Faults;

    public PaymentDetails Details => new() { Shopper = Shopper, Billing = Billing };

    CardNumber? IRepeatable.Number => Card?.Typed?.Number;

    /// <summary>Null when the body is no JSON of this resource.</summary>
    public static AskedCardCheck? Read(ReadOnlySpan<byte> body, DateOnly today) =>
        WireJson.Read(body, WireJson.Default.CardAuthenticationEnvelope)?.CardAuthentication.Value is { } wire ? new AskedCardCheck(wire, today) : null;

    void IRepeatable.Describe(RequestDigest digest) => _wire.Describe(digest);

    public void Dispose()
    {
        Card?.Dispose();
        _wire.Card.Value?.Dispose();
    }
}
