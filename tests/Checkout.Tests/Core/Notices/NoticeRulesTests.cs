using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using Checkout.Tests.Storage;

namespace Checkout.Tests.Core.Notices;

public sealed class NoticeRulesTests
{
    [Theory]
    [InlineData(Dialect.Smart2Pay, 0)]
    [InlineData(Dialect.Link, 0)]
    [InlineData(Dialect.Cardgate, 1)]
    public void Only_cardgate_hears_of_a_beginning(Dialect dialect, int notices)
    {
        var payment = Some.Payment() with { Dialect = dialect };
        Assert.Equal(notices, NoticeRules.OfNew(payment).Count());
        Assert.Equal(notices, NoticeRules.OfNew(Refund(RefundState.Open), payment).Count());
    }

    [Theory]
    [InlineData(PaymentStatus.Captured, true, 1)]
    [InlineData(PaymentStatus.Captured, false, 1)]
    [InlineData(PaymentStatus.Authorized, true, 0)]
    [InlineData(PaymentStatus.Authorized, false, 1)]
    [InlineData(PaymentStatus.AwaitingShopper, false, 0)]
    public void A_merchant_who_was_answered_hears_what_the_answer_did_not_say(PaymentStatus status, bool toldInAnswer, int notices) =>
        Assert.Equal(notices, Told(Dialect.Smart2Pay, status, null, toldInAnswer).Count);

    [Fact]
    public void Cardgate_hears_every_change_it_can_see_whoever_was_answered()
    {
        foreach (var status in Enum.GetValues<PaymentStatus>().Where(s => s != PaymentStatus.Submitting))
        {
            var looksTheSame = status is PaymentStatus.Open or PaymentStatus.AwaitingShopper or PaymentStatus.Unknown or PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel;
            Assert.Equal((status, looksTheSame ? 0 : 1), (status, Told(Dialect.Cardgate, status, null, toldInAnswer: true).Count));
        }
    }

    [Fact]
    public void A_status_that_stays_is_no_news()
    {
        var payment = Some.Payment(PaymentStatus.Captured) with { Dialect = Dialect.Cardgate };
        Assert.Empty(NoticeRules.OfChange(payment, payment.Touch(Some.Now), null, toldInAnswer: false));
    }

    [Theory]
    [InlineData(PaymentStatus.Open, 1)]
    [InlineData(PaymentStatus.AwaitingShopper, 1)]
    [InlineData(PaymentStatus.Unknown, 1)]
    [InlineData(PaymentStatus.Captured, 0)]
    [InlineData(PaymentStatus.Failed, 0)]
    public void That_a_first_card_was_tried_is_told_unless_what_came_of_it_is(PaymentStatus status, int notices)
    {
        var before = Some.Payment(PaymentStatus.Submitting) with { Dialect = Dialect.Cardgate, Details = new() { AwaitsChoice = true } };
        int Told(Payment payment, Attempt attempt) => NoticeRules.OfFirstTry(payment, payment with { Status = status }, attempt).Count();
        var (first, again) = (Some.Attempt(), Some.Attempt() with { Number = 2, Target = "7-100001-1-bcdfghjkmnpqrs" });
        Assert.Equal((notices, notices), (Told(before, first), Told(before, again)));

        Attempt[] later = [Some.Attempt() with { Number = 2 }, Some.Attempt(kind: AttemptKind.Cancel) with { Number = 2 }, again with { Number = 3 }];
        Assert.All(later, attempt => Assert.Equal(0, Told(before, attempt)));
        Payment[] others = [before with { Details = new() }, before with { Status = PaymentStatus.AwaitingShopper }, before with { Dialect = Dialect.Smart2Pay }];
        Assert.All(others, payment => Assert.Equal(0, Told(payment, first)));
    }

    [Theory]
    [InlineData(RefundState.Done, true)]
    [InlineData(RefundState.Failed, true)]
    [InlineData(RefundState.Done, false)]
    public void Cardgate_hears_of_a_refund_and_what_it_makes_of_the_payment_in_one(RefundState state, bool toldInAnswer) =>
        Assert.Equal(NoticeSubject.Refund, Assert.Single(Told(Dialect.Cardgate, PaymentStatus.Refunded, Refund(state), toldInAnswer)).Notice.Subject);

    [Theory]
    [InlineData(RefundState.Open, false, 1)]
    [InlineData(RefundState.Open, true, 0)]
    [InlineData(RefundState.Done, true, 1)]
    [InlineData(RefundState.Failed, true, 1)]
    public void Smart2pay_hears_of_every_end_of_a_refund(RefundState state, bool toldInAnswer, int notices) =>
        Assert.Equal(notices, Told(Dialect.Smart2Pay, PaymentStatus.Submitting, Refund(state), toldInAnswer).Count);

    [Theory]
    [InlineData(PayoutStep.Requested, true, 0)]
    [InlineData(PayoutStep.Done, true, 1)]
    [InlineData(PayoutStep.Declined, true, 1)]
    [InlineData(PayoutStep.ProvenDead, true, 1)]
    [InlineData(PayoutStep.Declined, false, 1)]
    public void A_merchant_hears_of_every_end_of_a_payout(PayoutStep end, bool toldInAnswer, int notices)
    {
        var before = Sample.Payout(1, PayoutStep.Submitting);
        Assert.Equal(notices, NoticeRules.OfChange(before, before with { Step = end }, toldInAnswer).Count());
    }

    [Theory]
    [InlineData(AttemptKind.Accept, AttemptState.ProvenDead, false, 1)]
    [InlineData(AttemptKind.Cancel, AttemptState.Declined, false, 1)]
    [InlineData(AttemptKind.Accept, AttemptState.Declined, true, 0)]
    [InlineData(AttemptKind.Accept, AttemptState.Approved, false, 0)]
    [InlineData(AttemptKind.Cancel, AttemptState.Unknown, false, 0)]
    [InlineData(AttemptKind.Authorise, AttemptState.Declined, false, 0)]
    public void A_word_on_a_review_that_comes_to_nothing_later_is_told(AttemptKind kind, AttemptState end, bool toldInAnswer, int notices)
    {
        var payment = Some.Payment(PaymentStatus.AwaitingReview);
        Assert.Equal(notices, NoticeRules.OfWord(payment, Some.Attempt(end, kind), toldInAnswer).Count());
        Assert.Empty(NoticeRules.OfWord(payment with { Status = PaymentStatus.CancelRequested }, Some.Attempt(end, kind), toldInAnswer));
        Assert.Empty(NoticeRules.OfWord(payment with { Dialect = Dialect.Cardgate }, Some.Attempt(end, kind), toldInAnswer));
    }

    [Fact]
    public void Smart2pay_hears_of_both_in_their_order() =>
        Assert.Equal([NoticeSubject.Payment, NoticeSubject.Refund], Told(Dialect.Smart2Pay, PaymentStatus.Refunded, Refund(RefundState.Done), toldInAnswer: true).Select(n => n.Notice.Subject));

    private static List<Write.NewNotice> Told(Dialect dialect, PaymentStatus status, Refund? refund, bool toldInAnswer)
    {
        var before = Some.Payment(PaymentStatus.Submitting) with { Dialect = dialect };
        return [.. NoticeRules.OfChange(before, before with { Status = status }, refund, toldInAnswer).Cast<Write.NewNotice>()];
    }

    private static Refund Refund(RefundState state) => new()
    {
        Merchant = 7, Number = 1, Payment = 100001, Reference = "refund-1", Amount = Some.Money, State = state, Created = Some.Now,
    };
}
