using Checkout.Core.Money;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// What a merchant asks for with <c>POST /payment-invoices/{id}/refund</c>, in one of two generations: the old one names the invoice in
/// <c>data.id</c> and is answered with the invoice, the new one is answered with the refund.
/// </summary>
public sealed record AskedRefund
{
    public required IReadOnlyList<Fault> Faults { get; init; }

    public bool IsOldModel { get; init; }

    /// <summary>Null: we make one; only the old model may leave it out.</summary>
    public string? Reference { get; init; }

    /// <summary>Null: all that remains.</summary>
    public long? AmountMinor { get; init; }

    public string? Description { get; init; }

    /// <param name="request">What was sent.</param>
    /// <param name="invoice">The invoice of the address.</param>
    /// <param name="isOldUsual">Of which generation a request is that does not show it.</param>
    public static AskedRefund Read(RequestDocument request, InvoiceView invoice, bool isOldUsual)
    {
        var checks = new FieldChecks();
        var attributes = checks.Map(request.Attributes);
        var (named, old) = (attributes[RefundAttributes.Invoice], request.Data[RefundAttributes.Id]);
        checks.Optional(request.Data, RefundAttributes.Type);
        foreach (var place in new[] { named, old }) checks.Optional(place, text => invoice.IsCalled(text), "is not the invoice of this address");
        var isOld = named.IsAbsent && (isOldUsual || !old.IsAbsent);
        return new AskedRefund
        {
            IsOldModel = isOld,
            Reference = isOld
                ? checks.Optional(attributes, RefundAttributes.Reference)
                : checks.Required(attributes, RefundAttributes.Reference),
            AmountMinor = AmountOf(attributes[RefundAttributes.Amount], invoice.Payment.Amount.Currency, checks),
            Description = checks.Optional(attributes, RefundAttributes.Description),
            Faults = checks.Faults,
        };
    }

    private static long? AmountOf(Place place, Currency currency, FieldChecks checks)
    {
        var text = checks.Optional(place, text => MajorUnits.TryRead(text, currency, out _), "must be a number greater than 0 with no more decimals than the currency has");
        return text is not null && MajorUnits.TryRead(text, currency, out var minor) ? minor : null;
    }
}
