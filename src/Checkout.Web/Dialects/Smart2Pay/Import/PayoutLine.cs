using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Payouts;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

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
