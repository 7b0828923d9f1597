using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using static Checkout.Core.Payments.PaymentStatus;

namespace Checkout.Core.Notices;

/// <summary>
/// Which changes a merchant hears of. Whoever is answered with the payment itself hears of what the answer did not tell, and of every final
/// status. In the Cardgate dialect a merchant hears of all that it can see change, the beginning included.
/// </summary>
public static class NoticeRules
{
    /// <summary>What is told when a payment begins.</summary>
    public static IEnumerable<Write> OfNew(Payment payment) => payment.Dialect switch
    {
        Dialect.Smart2Pay or Dialect.Link => [],
        Dialect.Cardgate => [About(payment)],
    };

    /// <summary>What is told when a refund begins.</summary>
    public static IEnumerable<Write> OfNew(Refund refund, Payment payment) => payment.Dialect switch
    {
        Dialect.Smart2Pay or Dialect.Link => [],
        Dialect.Cardgate => [About(refund, refund.Created)],
    };

    /// <summary>What is told of a change that is about to be written.</summary>
    /// <param name="before">The payment as it was.</param>
    /// <param name="after">The payment as it will be.</param>
    /// <param name="refund">The refund that changes with it.</param>
    /// <param name="toldInAnswer">The caller answers the merchant with the new state itself.</param>
    public static IEnumerable<Write> OfChange(Payment before, Payment after, Refund? refund, bool toldInAnswer)
    {
        var isNews = after.Status != before.Status;
        return after.Dialect switch
        {
            Dialect.Smart2Pay or Dialect.Link =>
            [
                .. isNews && Wants(after.Status, toldInAnswer) ? [About(after)] : Nothing,
                .. isNews && after.Status is Disputed or DisputeWon or DisputeLost or ChargedBack ? [AboutDispute(after)] : Nothing,
                .. refund is not null && (!toldInAnswer || refund.State != RefundState.Open) ? [About(refund, after.Changed)] : Nothing,
            ],

            // One body tells the payment with its refunds, so one notice is enough.
            Dialect.Cardgate => refund is not null ? [About(refund, after.Changed)] : isNews && IsSeen(after.Status) ? [About(after)] : Nothing,
        };
    }

    /// <summary>
    /// What is told when a first card was tried and the merchant hears of nothing that came of it: where the shopper was to choose how to pay, it
    /// sees that this was done (spec/cardgate.md §7.2). Told with the outcome and not with the intent, so that a payment that ends at once needs one notice.
    /// </summary>
    /// <param name="before">The payment as it was.</param>
    /// <param name="after">The payment as it will be.</param>
    /// <param name="attempt">Whose outcome it is.</param>
    public static IEnumerable<Write> OfFirstTry(Payment before, Payment after, Attempt attempt)
    {
        var isItsOutcome = IsFirstTry(attempt) && before.Status == Submitting && after.Status != Submitting;
        return isItsOutcome && after is { Dialect: Dialect.Cardgate, Details.AwaitsChoice: true } && !IsSeen(after.Status) ? [About(after)] : Nothing;
    }

    /// <summary>
    /// What is told when a word on a review has come to nothing later than its answer, which said that the payment is under review: it is so
    /// still, and the merchant may say another. In the Cardgate dialect nothing that a callback shows has changed by it.
    /// </summary>
    public static IEnumerable<Write> OfWord(Payment payment, Attempt word, bool toldInAnswer)
    {
        var isRefused = word is { Kind: AttemptKind.Accept or AttemptKind.Cancel, Undoes: false, State: AttemptState.Declined or AttemptState.ProvenDead };
        return isRefused && !toldInAnswer && payment is { Status: AwaitingReview, Dialect: not Dialect.Cardgate } ? [About(payment)] : Nothing;
    }

    /// <summary>What is told of a payout that is about to change. The merchant sees three states only; an end is told even after an answer has.</summary>
    public static IEnumerable<Write> OfChange(Payout before, Payout after, bool toldInAnswer)
    {
        if (after.State == before.State || (toldInAnswer && after.State == PayoutState.Open)) return Nothing;
        var notice = new Notice { Merchant = after.Merchant, Payment = after.Number, Subject = NoticeSubject.Payout, Created = after.Changed, NextAt = after.Changed };
        return [new Write.NewNotice(notice)];
    }

    public static Write.NewNotice About(Payment payment) => new(new Notice
    {
        Merchant = payment.Merchant, Payment = payment.Number, Subject = NoticeSubject.Payment, Created = payment.Changed, NextAt = payment.Changed,
    });

    public static Write.NewNotice About(Refund refund, DateTimeOffset at) => new(new Notice
    {
        Merchant = refund.Merchant, Payment = refund.Payment, Subject = NoticeSubject.Refund, Refund = refund.Number, Created = at, NextAt = at,
    });

    /// <summary>The first one, or the same card again with the shopper's bank.</summary>
    private static bool IsFirstTry(Attempt attempt) =>
        attempt.Kind is AttemptKind.Authorise or AttemptKind.Verify && (attempt.Number == 1 || attempt is { Number: 2, Target: not null });

    private static Write.NewNotice AboutDispute(Payment payment) => new(About(payment).Notice with { Subject = NoticeSubject.Dispute });

    private static Write[] Nothing => [];

    private static bool Wants(PaymentStatus status, bool toldInAnswer) => status switch
    {
        Open or Submitting or AwaitingShopper => false,
        Authorized or AwaitingReview or Unknown or CaptureRequested or QueuedForCapture or CancelRequested or QueuedForCancel or Verified or VerifyFailed => !toldInAnswer,
        Captured or PartiallyCaptured or Cancelled or Reversed or Failed or Expired or PartiallyRefunded or Refunded
            or Disputed or DisputeWon or DisputeLost or ChargedBack or NeedsOperator => true,
    };

    /// <summary>Whether a Cardgate merchant sees a difference: a payment that is still on its way looks as it did at the beginning.</summary>
    private static bool IsSeen(PaymentStatus status) => status switch
    {
        Open or Submitting or AwaitingShopper or Unknown or CancelRequested or QueuedForCancel => false,
        Authorized or AwaitingReview or CaptureRequested or QueuedForCapture or Captured or PartiallyCaptured or Cancelled or Reversed or Failed or Expired
            or PartiallyRefunded or Refunded or Disputed or DisputeWon or DisputeLost or ChargedBack or Verified or VerifyFailed or NeedsOperator => true,
    };
}
