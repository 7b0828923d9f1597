using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

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
    [InlineData(RefundState.Done, true)]
    [InlineData(RefundState.Failed, true)]
    [InlineData(RefundState.Done, false)]
    public void Cardgate_hears_of_a_refund_and_what_it_makes_of_the_payment_in_one(RefundState state, bool toldInAnswer) =>
        Assert.Equal(NoticeSubject.Refund, Assert.Single(Told(Dialect.Cardgate, PaymentStatus.Refunded, Refund(state), toldInAnswer)).Notice.Subject);

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
