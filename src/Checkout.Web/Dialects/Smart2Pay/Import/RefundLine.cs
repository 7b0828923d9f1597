using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;

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
        var (originator, description, descriptor) = (line.Text("OriginatorTransactionID"), line.Text("Description"), line.Text("StatementDescriptor"));
        return faults.Count > 0 ? null : new Refund
        {
            Merchant = merchant.Id, Number = number, Payment = payment, Reference = reference!, Amount = amount, State = isDone ? RefundState.Done : RefundState.Failed, Reason = reason, Created = created,
            OriginatorReference = originator, Description = description, StatementDescriptor = descriptor,
        };
    }
}

/// <summary>A payout that is over. The dialect never says to which card it went.</summary>
internal static class PayoutLine
{
    private const string Elsewhere = "imported";

    public static Payout? Read(LineFields line, Merchant merchant, List<string> faults)
    {
        var (number, created) = (line.Number("ID", 1, PaymentLine.LargestId), line.Time("Created"));
        var amount = LineMoney.Amount(line);
        var reference = line.Needed("MerchantTransactionID", Patterns.IsReference, "must be the merchant's own name for it");
        var (isDone, reason) = LineEnd.Of(line);
        var details = LinePeople.Details(line);
        var upstreamId = line.Text("MethodTransactionID");
        Expiry.TryRead("01", "00", out var nobodySaid);
        return faults.Count > 0 ? null : new Payout
        {
            Merchant = merchant.Id, Number = number, Version = 1, Reference = reference!, Amount = amount, Step = isDone ? PayoutStep.Done : PayoutStep.Declined, Reason = reason, Details = details,
            Card = new CardFace(Brand.Unknown, "", "", nobodySaid!, ""), Connector = Elsewhere, UpstreamReference = FormattableString.Invariant($"{merchant.Id}-{number}-p-{Elsewhere}"),
            UpstreamId = upstreamId, Created = created, Changed = created,
        };
    }
}

/// <summary>How a refund or payout ended.</summary>
internal static class LineEnd
{
    public static (bool IsDone, PaymentReason Reason) Of(LineFields line)
    {
        var status = line.Part("Status");
        var id = status?.Number("ID", 1, 99) ?? 0;
        if (id is not (2 or 4)) line.Fail("Status", "must be one that stands (2, 4); settle what is under way first");
        var reason = PaymentLine.ReasonOf(status);
        return (id == 2, id == 2 ? PaymentReason.None : reason == PaymentReason.None ? PaymentReason.Declined : reason);
    }
}
