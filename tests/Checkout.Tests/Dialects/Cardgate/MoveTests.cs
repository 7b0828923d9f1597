using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Tests.Dialects.Cardgate;

/// <summary>What merchants see an invoice go through: whatever Core's table of moves allows is, in the dialect's words, one of its own moves (§7.2).</summary>
public sealed class MoveTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 15, 9, 30, 0, TimeSpan.Zero);

    private static readonly string[] Ends = ["processed", "partially_processed", "verified", "process_error", "process_failed", "verify_failed"];

    private static readonly string[] AfterPaid = ["refund_pending", "partially_refunded", "refunded", "refund_failed", "partially_charged_back", "charged_back"];

    /// <summary>The published table. Refunds are seen only where they run for a while, so what is between may be left out.</summary>
    private static readonly Dictionary<string, string[]> Published = new()
    {
        ["created"] = ["process_pending", "expired", "terminated"],
        ["process_pending"] = ["processing", "expired", "terminated", .. Ends],
        // A provider may let held money go while it is being captured.
        ["processing"] = ["process_pending", "terminated", .. Ends],
        ["process_error"] = ["process_pending"],
        ["processed"] = AfterPaid,
        ["partially_processed"] = AfterPaid,
        ["partially_refunded"] = AfterPaid,
        // A refund that was believed done and was not; a dispute about a sale whose money went back already.
        ["refunded"] = ["refund_failed", "partially_charged_back", "charged_back"],
    };

    public static TheoryData<PaymentStatus, PaymentStatus> Moves
    {
        get
        {
            var moves = new TheoryData<PaymentStatus, PaymentStatus>();
            foreach (var from in Enum.GetValues<PaymentStatus>())
            {
                foreach (var to in PaymentMoves.From(from)) moves.Add(from, to);
            }

            return moves;
        }
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Every_move_of_Cores_is_one_of_the_dialect(PaymentStatus from, PaymentStatus to)
    {
        foreach (var before in Before(from))
        {
            var after = After(before, to);
            var (was, isNow) = (CardgateStatus.Of(before), CardgateStatus.Of(after));
            Assert.True(was == isNow || Published.GetValueOrDefault(was, []).Contains(isNow), $"{from} → {to} is seen as {was} → {isNow}");
        }
    }

    /// <summary>An invoice in this status, with each sum of money that it may have come there with.</summary>
    private static IEnumerable<InvoiceView> Before(PaymentStatus status) => status switch
    {
        PaymentStatus.Captured => [View(status, 100, 0)],
        PaymentStatus.PartiallyCaptured => [View(status, 60, 0)],
        PaymentStatus.PartiallyRefunded => [View(status, 100, 40), View(status, 60, 40)],
        PaymentStatus.Refunded => [View(status, 100, 100), View(status, 60, 60)],
        PaymentStatus.Disputed or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack =>
            [View(status, 100, 0), View(status, 60, 0), View(status, 100, 40), View(status, 100, 100)],
        _ => [View(status, 0, 0)],
    };

    private static InvoiceView After(InvoiceView before, PaymentStatus to)
    {
        var was = before.Payment;
        var captured = to switch { PaymentStatus.Captured => 100, PaymentStatus.PartiallyCaptured => 60, _ => was.CapturedMinor };
        var refunded = to switch { PaymentStatus.Captured or PaymentStatus.PartiallyCaptured => 0, PaymentStatus.PartiallyRefunded => 40, PaymentStatus.Refunded => captured, _ => was.RefundedMinor };
        return View(to, captured, refunded, hasFailed: refunded < was.RefundedMinor);
    }

    private static InvoiceView View(PaymentStatus status, long captured, long refunded, bool hasFailed = false)
    {
        var payment = new Payment
        {
            Merchant = 1010, Number = 300001, Dialect = Dialect.Cardgate, IsTest = true, Reference = "r", Amount = new Amount(100, Currency.Of("USD")), Status = status,
            CapturedMinor = captured, RefundedMinor = refunded, Attempts = status == PaymentStatus.Open ? 0 : 1, Version = 2, LinkCheck = 7, Created = Now, Changed = Now,
        };
        var refund = new Refund
        {
            Merchant = 1010, Number = 1, Payment = 300001, Reference = "300001.r1", Amount = new Amount(40, Currency.Of("USD")), State = RefundState.Failed, Attempt = 2, Created = Now,
        };
        return new(payment, new CardgateNotes { Invoice = "cpi_a", Session = "cgi_a", Service = "payment_card_usd_hpp" }, [], hasFailed ? [refund] : [], null, null);
    }
}
