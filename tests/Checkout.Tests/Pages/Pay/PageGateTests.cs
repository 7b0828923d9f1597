using Checkout.Core.Payments;
using Checkout.Tests.Core;
using Checkout.Web.Pages.Pay;

namespace Checkout.Tests.Pages.Pay;

public sealed class PageGateTests
{
    [Fact]
    public void Every_status_has_a_view_and_only_Open_takes_a_card()
    {
        foreach (var status in Enum.GetValues<PaymentStatus>())
            Assert.Equal(status == PaymentStatus.Open, PageGate.ViewOf(status) == PayView.CardForm);
    }

    [Fact]
    public void A_view_has_ended_exactly_when_the_shopper_has_nothing_left_to_do()
    {
        foreach (var status in Enum.GetValues<PaymentStatus>())
            Assert.Equal(PaymentMoves.IsOverForShopper(status), PageGate.ViewOf(status) == PayView.Ended);
    }

    [Fact]
    public void A_payment_in_flight_is_waited_for()
    {
        Assert.Equal(PayView.Waiting, PageGate.ViewOf(PaymentStatus.Submitting));
        Assert.Equal(PayView.Waiting, PageGate.ViewOf(PaymentStatus.Unknown));
        Assert.Equal(PayView.AtBank, PageGate.ViewOf(PaymentStatus.AwaitingShopper));
    }

    [Fact]
    public void A_lapsed_link_reads_as_expired_but_a_lapsed_challenge_does_not()
    {
        var later = Some.Now.AddMinutes(10);
        Assert.Equal(PaymentStatus.Open, PageGate.Seen(Some.Payment(), later.AddTicks(-1)));
        Assert.Equal(PaymentStatus.Expired, PageGate.Seen(Some.Payment(), later));
        Assert.Equal(PaymentStatus.AwaitingShopper, PageGate.Seen(Some.Payment(PaymentStatus.AwaitingShopper), later));
    }
}
