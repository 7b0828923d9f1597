using Checkout.Core.Merchants;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>A refund that is over. It comes after its payment.</summary>
internal static class RefundLine
{
    public static Refund? Read(LineFields line, Merchant merchant, List<string> faults)
    {
        var (number, payment, created) = (line.Number("ID", 1, PaymentLine.LargestId), line.Number("InitialPaymentID", 1, PaymentLine.LargestId), line.Time("Created"));
        var amount = LineMoney.Amount(line);
        var reference = line.Needed("MerchantTransactionID", Patterns.IsReference, "must be the merchant's own name for it");
        var (isDone, reason) = LineEnd.Of(line);
        var (originator, description, descriptor) = (line.Text("OriginatorTransactionID"), line.Text("Description", LineFields.LongestDescription), line.Text("StatementDescriptor"));
        return faults.Count > 0 ? null : new Refund
        {
            Merchant = merchant.Id, Number = number, Payment = payment, Reference = reference!, Amount = amount, State = isDone ? RefundState.Done : RefundState.Failed, Reason = reason, Created = created,
            OriginatorReference = originator, Description = description, StatementDescriptor = descriptor,
        };
    }
}
