using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Tests.Core.Till;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>A merchant's word on a review from its intent to its end, and what the merchant hears of it.</summary>
public sealed class DecideReviewTests
{
    private readonly Till.Till _till = new();

    private Bank Bank => _till.Bank;

    private static ConnectorOutcome Held => new ConnectorOutcome.NeedsReview(new FraudVerdict(FraudStatus.Challenge, 60, "listed"), "UP1");

    [Fact]
    public async Task The_bank_is_told_under_its_own_name_for_the_charge_and_then_asked()
    {
        var payment = await HeldAsync();
        Bank.Says(Yes(), Yes());
        var told = await _till.Decide.AcceptAsync(7, payment.Number);
        Assert.Equal((Refusal.None, PaymentStatus.Captured), (told.Refusal, told.Payment!.Status));
        var word = Bank.FollowUps.Single();
        Assert.Equal((AttemptKind.Accept, "UP1", true), (word.Kind, word.TargetUpstreamId, word.OfReview));
        Assert.Null(await _till.Decide.WhyRefusedAsync(told.Payment, AttemptKind.Accept));
    }

    [Theory]
    [InlineData(AttemptKind.Accept)]
    [InlineData(AttemptKind.Cancel)]
    public async Task A_word_that_is_refused_in_its_answer_leaves_the_review_and_says_why(AttemptKind kind)
    {
        var payment = await HeldAsync();
        Bank.Says(No(PaymentReason.NotPermitted), Held);
        var told = await DecideAsync(payment, kind);
        Assert.Equal((Refusal.None, PaymentStatus.AwaitingReview, PaymentReason.NotPermitted), (told.Refusal, told.Payment!.Status, await _till.Decide.WhyRefusedAsync(told.Payment, kind)));
        Assert.Empty(_till.Notices);
    }

    [Theory]
    [InlineData(AttemptKind.Accept)]
    [InlineData(AttemptKind.Cancel)]
    public async Task A_word_that_turns_out_later_never_to_have_arrived_is_told(AttemptKind kind)
    {
        var payment = await HeldAsync();
        Bank.Says(Silence);
        var told = (await DecideAsync(payment, kind)).Payment!;
        Assert.Equal((PaymentStatus.AwaitingReview, null, 0), (told.Status, await _till.Decide.WhyRefusedAsync(told, kind), _till.Notices.Count));

        _till.Clock.Pass(TimeSpan.FromMinutes(16));
        Bank.Says(Held, new ConnectorOutcome.NotFound());
        told = await _till.Resolve.RunAsync(told, Actor.Clock);
        Assert.Equal((PaymentStatus.AwaitingReview, PaymentReason.NeverSent, 1), (told.Status, await _till.Decide.WhyRefusedAsync(told, kind), _till.Notices.Count));
    }

    [Theory]
    [InlineData(true, PaymentStatus.Captured)]
    [InlineData(false, PaymentStatus.Cancelled)]
    public async Task What_is_decided_there_without_a_word_to_us_is_found_out(bool isAccepted, PaymentStatus end)
    {
        var payment = await HeldAsync();
        _till.Clock.Pass(TimeSpan.FromMinutes(14));
        Assert.Empty(await _till.Store.Payments.DueAttemptsAsync(_till.Clock.GetUtcNow(), 9));
        _till.Clock.Pass(TimeSpan.FromMinutes(1));
        Bank.Says(isAccepted ? Yes() : new ConnectorOutcome.Cancelled());
        Assert.Equal(end, (await _till.Resolve.RunAsync((await _till.Store.Payments.DueAttemptsAsync(_till.Clock.GetUtcNow(), 9)).Single(), Actor.Upstream)).Payment!.Status);
        Assert.Equal(payment.Number, Assert.Single(_till.Notices).Payment);
    }

    private Task<TakeResult> DecideAsync(Payment payment, AttemptKind kind) =>
        kind == AttemptKind.Accept ? _till.Decide.AcceptAsync(7, payment.Number) : _till.Decide.RejectAsync(7, payment.Number);

    private async Task<Payment> HeldAsync()
    {
        Bank.Says(Held);
        var payment = (await _till.PayAsync()).Payment!;
        Assert.Equal(PaymentStatus.AwaitingReview, payment.Status);
        return payment;
    }
}
