using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Tests.Core.Till;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>What is blocked for the merchant's moderator goes to no bank, whatever door a charge comes by.</summary>
public sealed class ModeratePaymentTests
{
    private readonly Till.Till _till = new();

    [Fact]
    public async Task Nothing_is_submitted_while_it_is_blocked()
    {
        var payment = await BlockedAsync();
        using var card = Card();
        var result = await _till.Charge.RunAsync(new Charge { Merchant = _till.Merchant, Payment = payment, Typed = card, Code = Code(), By = Actor.Shopper });
        Assert.Equal((Refusal.Blocked, payment), (result.Refusal, result.Payment));
        Assert.Equal((0, payment), (_till.Bank.Charges.Count, await ReadAsync(payment)));
        Assert.Empty(await _till.AttemptsAsync(payment));
        Assert.Throws<InvalidOperationException>(() => payment.MoveTo(PaymentStatus.Submitting, PaymentReason.None, _till.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task An_order_that_brings_its_card_is_not_charged_either()
    {
        var result = await _till.PayAsync(_till.Order with { IsBlocked = true });
        Assert.Equal((Refusal.Blocked, 0, 0), (result.Refusal, _till.Bank.Charges.Count, _till.Store.Tables.Payments.Count));
    }

    [Fact]
    public async Task A_charge_that_read_it_before_the_word_does_not_land()
    {
        var payment = await BlockedAsync();
        Assert.Equal(Refusal.None, (await _till.Moderate.AcceptAsync(payment)).Refusal);
        using var card = Card();
        // Somebody who passes over the block still holds a version that is gone.
        var sneaking = await _till.Charge.RunAsync(new Charge { Merchant = _till.Merchant, Payment = payment with { IsBlocked = false }, Typed = card, Code = Code(), By = Actor.Shopper });
        Assert.Equal((Refusal.Busy, 0), (sneaking.Refusal, _till.Bank.Charges.Count));
    }

    [Fact]
    public async Task An_accepted_payment_is_paid_and_each_word_is_told()
    {
        var payment = await BlockedAsync();
        var free = (await _till.Moderate.AcceptAsync(payment)).Payment!;
        Assert.Equal((PaymentStatus.Open, false, payment.Version + 1), (free.Status, free.IsBlocked, free.Version));
        Assert.Equal(2, _till.Notices.Count);
        _till.Bank.Says(Yes());
        using var card = Card();
        var paid = await _till.Charge.RunAsync(new Charge { Merchant = _till.Merchant, Payment = free, Typed = card, Code = Code(), By = Actor.Shopper });
        Assert.Equal(PaymentStatus.Captured, paid.Payment!.Status);
        Assert.Equal(Refusal.WrongState, (await _till.Moderate.RejectAsync(paid.Payment)).Refusal);
    }

    [Fact]
    public async Task Of_two_words_at_once_one_counts()
    {
        var payment = await BlockedAsync();
        Assert.Equal(Refusal.None, (await _till.Moderate.RejectAsync(payment)).Refusal);
        // Both had read the same version.
        Assert.Equal(Refusal.Busy, (await _till.Moderate.AcceptAsync(payment)).Refusal);
        Assert.Equal((PaymentStatus.Cancelled, PaymentReason.ReviewRejected), ((await ReadAsync(payment)).Status, (await ReadAsync(payment)).Reason));

        var other = await BlockedAsync("order-2");
        Assert.Equal(Refusal.None, (await _till.Moderate.AcceptAsync(other)).Refusal);
        Assert.Equal(Refusal.Busy, (await _till.Moderate.RejectAsync(other)).Refusal);
        Assert.Equal((PaymentStatus.Open, false), ((await ReadAsync(other)).Status, (await ReadAsync(other)).IsBlocked));
    }

    [Fact]
    public async Task A_word_that_comes_after_the_time_finds_it_expired()
    {
        var payment = await BlockedAsync();
        _till.Clock.Pass(TimeSpan.FromMinutes(11));
        var late = await _till.Moderate.AcceptAsync(payment);
        Assert.Equal((Refusal.WrongState, PaymentStatus.Expired), (late.Refusal, late.Payment!.Status));
        Assert.Equal(Refusal.WrongState, (await _till.Moderate.RejectAsync(payment)).Refusal);
        Assert.Equal(PaymentStatus.Expired, (await ReadAsync(payment)).Status);
    }

    private async Task<Payment> BlockedAsync(string reference = "order-1") =>
        (await _till.Take.RunAsync(_till.Order with { Dialect = Dialect.Cardgate, Reference = reference, IsBlocked = true }, new CardMeans.None())).Payment!;

    private async Task<Payment> ReadAsync(Payment payment) => (await _till.Store.Payments.FindAsync(payment.Merchant, payment.Number))!;
}
