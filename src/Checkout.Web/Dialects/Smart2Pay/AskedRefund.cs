using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>What a merchant asks for with <c>POST /v1/payments/{id}/refunds</c>. Bad fields are absent and named in <see cref="Faults"/>.</summary>
public sealed class AskedRefund : IRepeatable
{
    private readonly RefundWire _wire;
    private readonly FieldChecks _checks = new();

    private AskedRefund(RefundWire wire)
    {
        _wire = wire;
        Reference = _checks.Text(wire.MerchantTransactionID, RefundFields.Reference);
        AmountMinor = _checks.Number(wire.Amount, RefundFields.Amount);
        Originator = _checks.Text(wire.OriginatorTransactionID, RefundFields.Originator);
        Description = _checks.Text(wire.Description, RefundFields.Description);
        StatementDescriptor = _checks.Text(wire.StatementDescriptor, RefundFields.StatementDescriptor);
    }

    public string? Reference { get; }

    public long? AmountMinor { get; }

    public string? Originator { get; }

    public string? Description { get; }

    public string? StatementDescriptor { get; }

    public IReadOnlyList<ReturnCode> Faults => _checks.Faults;

    CardNumber? IRepeatable.Number => null;

    /// <summary>Null when the body is no JSON of this resource.</summary>
    public static AskedRefund? Read(ReadOnlySpan<byte> body) =>
        WireJson.Read(body, WireJson.Default.RefundEnvelope)?.Refund.Value is { } wire ? new AskedRefund(wire) : null;

    /// <summary>The order for Core, of a request without faults.</summary>
    public RefundOrder Order(int merchant, long payment) => new(merchant, payment, Reference!, AmountMinor!.Value, Originator, Description, StatementDescriptor);

    void IRepeatable.Describe(RequestDigest digest) => _wire.Describe(digest);
}
