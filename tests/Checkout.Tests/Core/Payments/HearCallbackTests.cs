using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Tests.Core.Till;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>A message of an upstream makes us ask, and only about what is ours and fits.</summary>
public sealed class HearCallbackTests
{
    private readonly Till.Till _till = new();

    private Bank Bank => _till.Bank;

    [Fact]
    public async Task What_is_ours_is_asked_about_and_settled()
    {
        var attempt = await DoubtfulAsync();
        Bank.Says(Yes());
        Assert.Equal(HeardCallback.Confirmed, await _till.Hear.RunAsync(7, "bank", attempt.Reference, Some.Money));
        Assert.Equal(PaymentStatus.Captured, (await _till.Store.Payments.FindAsync(7, attempt.Payment))!.Status);
        Assert.Equal([attempt.Reference], Bank.Questions);
    }

    [Fact]
    public async Task Without_an_amount_it_is_asked_about_too_and_without_an_answer_it_has_to_be_said_again()
    {
        var attempt = await DoubtfulAsync();
        Bank.Says(Silence);
        Assert.Equal(HeardCallback.NotConfirmed, await _till.Hear.RunAsync(7, "bank", attempt.Reference, null));
        Assert.Equal(PaymentStatus.Unknown, (await _till.Store.Payments.FindAsync(7, attempt.Payment))!.Status);
    }

    [Fact]
    public async Task Another_amount_is_put_aside_and_nobody_is_asked()
    {
        var attempt = await DoubtfulAsync();
        Assert.Equal(HeardCallback.Quarantined, await _till.Hear.RunAsync(7, "bank", attempt.Reference, Some.Money.With(1)));
        Assert.Empty(Bank.Questions);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("7-x-1-word")]
    [InlineData("7-0-1-word")]
    [InlineData("7-99-1-word")]
    [InlineData("7-1-1")]
    public async Task What_is_not_ours_is_unknown(string reference)
    {
        await DoubtfulAsync();
        Assert.Equal(HeardCallback.UnknownReference, await _till.Hear.RunAsync(7, "bank", reference, null));
    }

    [Fact]
    public async Task What_another_account_or_another_word_names_is_unknown()
    {
        var attempt = await DoubtfulAsync();
        Assert.Equal(HeardCallback.UnknownReference, await _till.Hear.RunAsync(7, "other", attempt.Reference, Some.Money));
        Assert.Equal(HeardCallback.UnknownReference, await _till.Hear.RunAsync(8, "bank", attempt.Reference, Some.Money));
        Assert.Equal(HeardCallback.UnknownReference, await _till.Hear.RunAsync(7, "bank", attempt.Reference[..^1] + "_", Some.Money));
        Assert.Empty(Bank.Questions);
    }

    [Fact]
    public async Task A_message_about_the_charge_settles_a_refund_that_is_in_doubt()
    {
        Bank.Says(Yes());
        var payment = (await _till.PayAsync()).Payment!;
        Bank.Says(Silence);
        await _till.Refund.RunAsync(new RefundOrder(7, payment.Number, "r1", 2599, null, null, null));
        var attempts = await _till.AttemptsAsync(payment);
        Bank.Says(Yes(), Yes());

        Assert.Equal(HeardCallback.Confirmed, await _till.Hear.RunAsync(7, "bank", attempts[0].Reference, null));
        Assert.Equal([attempts[0].Reference, attempts[1].Reference], Bank.Questions);
        Assert.Equal(PaymentStatus.Refunded, (await _till.Store.Payments.FindAsync(7, payment.Number))!.Status);
    }

    [Fact]
    public async Task A_payout_is_asked_about_by_its_own_name()
    {
        Bank.Says(Silence);
        var payout = (await _till.SendPayout.RunAsync(new PayoutOrder(_till.Merchant, "out-1", Some.Money, new PaymentDetails(), Card(), null))).Payout!;
        Assert.Equal(HeardCallback.Quarantined, await _till.Hear.RunAsync(7, "bank", payout.UpstreamReference, Some.Money.With(1)));
        Assert.Equal(HeardCallback.UnknownReference, await _till.Hear.RunAsync(7, "other", payout.UpstreamReference, null));
        Assert.Equal(HeardCallback.UnknownReference, await _till.Hear.RunAsync(7, "bank", payout.UpstreamReference[..^1] + "_", null));
        Assert.Equal(HeardCallback.UnknownReference, await _till.Hear.RunAsync(7, "bank", "7-99-p-word", null));
        Assert.Empty(Bank.Questions);

        Bank.Says(Silence);
        Assert.Equal(HeardCallback.NotConfirmed, await _till.Hear.RunAsync(7, "bank", payout.UpstreamReference, null));
        Bank.Says(Yes());
        Assert.Equal(HeardCallback.Confirmed, await _till.Hear.RunAsync(7, "bank", payout.UpstreamReference, Some.Money));
        Assert.Equal(PayoutState.Done, (await _till.Store.Payments.FindPayoutAsync(7, payout.Number))!.State);
    }

    private async Task<Attempt> DoubtfulAsync()
    {
        Bank.Says(Silence);
        return (await _till.AttemptsAsync((await _till.PayAsync()).Payment!)).Single();
    }
}
