using Checkout.Core.Alerts;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>Charges that came to nothing, and what becomes of one that was charged after all (PAY-19).</summary>
public sealed class WatchSettlementTests
{
    private static readonly ConnectorOutcome.Approved Charged = new(Some.Money, ApprovalStage.Done, "UP1");

    private static readonly Attempt Dead = Some.Attempt(AttemptState.ProvenDead) with { CheckAt = Some.Now.AddHours(1), Ended = Some.Now, Reason = PaymentReason.NeverSent };

    private static Circumstances Around(DateTimeOffset? now = null, LateCharge rule = LateCharge.Void, params Attempt[] others) =>
        Some.Circumstances(now) with { LateCharge = rule, Attempts = [Dead, .. others] };

    private static Settled Settle(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around) =>
        Settlement.Of(payment, attempt, outcome, around) ?? throw new InvalidOperationException("Nothing came of it.");

    [Fact]
    public void What_was_not_found_or_barred_is_watched_and_what_was_never_sent_is_not()
    {
        var unknown = Some.Payment(PaymentStatus.Unknown);
        Attempt Ended(ConnectorOutcome outcome) => Settle(unknown, Some.Attempt(AttemptState.Unknown), outcome, Some.Circumstances(Some.Now.AddMinutes(16))).Attempt;

        foreach (var watched in new[] { Ended(new ConnectorOutcome.NotFound()), Ended(new ConnectorOutcome.Barred()) })
        {
            Assert.Equal((AttemptState.ProvenDead, Some.Now.AddMinutes(16), Some.Now.AddMinutes(76)), (watched.State, watched.Ended, watched.CheckAt));
            Assert.False(Settlement.IsUnsettled(watched));
        }

        var never = Ended(new ConnectorOutcome.NotSent(ConnectorFault.NotConnected));
        Assert.Equal((AttemptState.ProvenDead, null, null), (never.State, never.Ended, never.CheckAt));
    }

    [Fact]
    public void A_bar_is_final_at_once()
    {
        var settled = Settle(Some.Payment(PaymentStatus.Unknown), Some.Attempt(AttemptState.Unknown), new ConnectorOutcome.Barred(), Some.Circumstances());
        Assert.Equal((PaymentStatus.Open, AttemptState.ProvenDead), (settled.Payment!.Status, settled.Attempt.State));
    }

    [Fact]
    public void A_shopper_who_gave_up_or_stayed_too_long_is_watched_and_a_plain_no_is_not()
    {
        var atBank = Some.Payment(PaymentStatus.AwaitingShopper);
        var waiting = Some.Attempt(AttemptState.AwaitingShopper);
        var no = new ConnectorOutcome.Declined(PaymentReason.AuthenticationFailed);
        Assert.NotNull(Settle(atBank, waiting, new ConnectorOutcome.Cancelled(), Some.Circumstances()).Attempt.Ended);
        Assert.NotNull(Settle(atBank, waiting, no, Some.Circumstances(Some.Now.AddMinutes(15))).Attempt.Ended);
        Assert.Null(Settle(atBank, waiting, no, Some.Circumstances()).Attempt.Ended);
        Assert.Null(Settle(atBank, waiting with { Kind = AttemptKind.Verify }, new ConnectorOutcome.Cancelled(), Some.Circumstances()).Attempt.Ended);
    }

    [Fact]
    public void Looks_come_after_1_6_24_and_72_hours_and_then_no_more()
    {
        var (attempt, looks) = (Dead, new List<double>());
        while (attempt.CheckAt is { } at)
        {
            looks.Add((at - Some.Now).TotalHours);
            attempt = Settle(Some.Payment(PaymentStatus.Failed), attempt, new ConnectorOutcome.NotFound(), Around(at.AddSeconds(2))).Attempt;
        }

        Assert.Equal([1, 6, 24, 72], looks);
        Assert.Equal(4, attempt.Checks);
    }

    [Fact]
    public void A_look_without_an_answer_is_repeated_and_not_for_ever()
    {
        var silence = new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
        Attempt After(TimeSpan time) => Settle(Some.Payment(PaymentStatus.Failed), Dead, silence, Around(Some.Now + time)).Attempt;
        Assert.Equal(Some.Now.AddHours(73), After(TimeSpan.FromHours(72)).CheckAt);
        Assert.Null(After(TimeSpan.FromDays(7)).CheckAt);
    }

    [Fact]
    public void A_message_between_two_looks_changes_nothing() =>
        Assert.Null(Settlement.Of(Some.Payment(PaymentStatus.Failed), Dead, new ConnectorOutcome.NotFound(), Around()));

    [Theory]
    [InlineData(PaymentStatus.Failed)]
    [InlineData(PaymentStatus.Open)]
    [InlineData(PaymentStatus.Captured)]
    [InlineData(PaymentStatus.Submitting)]
    public void A_late_charge_is_taken_back_and_the_payment_stays_as_it_was_told(PaymentStatus status)
    {
        var settled = Settle(Some.Payment(status), Dead, Charged, Around());
        var intent = Assert.Single(settled.Besides.OfType<Write.NewAttempt>()).Attempt;
        Assert.Equal((status, 13, AlertKind.LateCharge), (settled.Payment!.Status, settled.Payment.Attempts, settled.Alert));
        Assert.Equal((AttemptState.ProvenDead, null, "UP1", PaymentReason.LateCharge), (settled.Attempt.State, settled.Attempt.CheckAt, settled.Attempt.UpstreamId, settled.Attempt.Reason));
        Assert.Equal((AttemptKind.Cancel, true, AttemptState.Submitting, Dead.Reference, Some.Now), (intent.Kind, intent.Undoes, intent.State, intent.Target, intent.CheckAt));
        Assert.NotEqual(Dead.Reference, intent.Reference);

        Assert.Null(Settlement.Of(settled.Payment, settled.Attempt, Charged, Around(null, LateCharge.Void, intent)));
    }

    [Fact]
    public void Taken_back_or_not_a_payment_failed_when_it_failed()
    {
        var failed = Some.Payment(PaymentStatus.Unknown).MoveTo(PaymentStatus.Failed, PaymentReason.NeverSent, Some.Now.AddMinutes(1));
        var back = Settle(failed, Dead, Charged, Around(Some.Now.AddHours(2))).Payment!;
        Assert.Equal((Some.Now.AddMinutes(1), Some.Now.AddHours(2)), (back.Details.Failed, back.Changed));
        Assert.Null(Settle(failed, Dead with { Captures = true }, Charged, Around(Some.Now.AddHours(2), LateCharge.Adopt)).Payment!.Details.Failed);
    }

    [Theory]
    [InlineData(PaymentStatus.Failed, false, PaymentStatus.Authorized)]
    [InlineData(PaymentStatus.Expired, true, PaymentStatus.Captured)]
    public void A_late_charge_pays_after_all_where_the_merchant_wants_it(PaymentStatus status, bool captures, PaymentStatus expected)
    {
        var payment = Some.Payment(status) with { Reason = PaymentReason.LinkExpired };
        var settled = Settle(payment, Dead with { Captures = captures }, Charged with { Challenge = new("05", "2") }, Around(rule: LateCharge.Adopt));
        Assert.Equal(new PassedChallenge("05", "2"), settled.Payment!.Challenge);
        Assert.Equal((expected, PaymentReason.LateCharge, captures ? 2599 : 0, payment.Version + 1), (settled.Payment.Status, settled.Payment.Reason, settled.Payment.CapturedMinor, settled.Payment.Version));
        Assert.Equal((AttemptState.Approved, null, null), (settled.Attempt.State, settled.Attempt.CheckAt, settled.Attempt.Ended));
        Assert.Equal(AlertKind.LateCharge, settled.Alert);
        Assert.DoesNotContain(settled.Besides, w => w is Write.NewAttempt);
    }

    [Fact]
    public void What_pays_after_all_shows_the_card_that_paid_and_no_token_of_the_one_that_was_tried_since()
    {
        var since = Some.Payment(PaymentStatus.Failed) with { Card = Some.Face with { Last4 = "0004" }, SavedCard = 5, SavedCardCheck = 55, ShowToken = true, Details = new() { BySavedCard = true } };
        var typed = Settle(since, Dead with { Card = Some.Face }, Charged, Around(rule: LateCharge.Adopt)).Payment!;
        Assert.Equal(("1111", null, null, false, false), (typed.Card!.Last4, typed.SavedCard, typed.SavedCardCheck, typed.ShowToken, typed.Details.BySavedCard));

        var kept = new SavedCard { Merchant = 7, Number = 6, Check = 66, MadeIn = Dialect.Smart2Pay, Face = Some.Face, State = SavedCardState.Active, Fingerprint = [], Created = Some.Now };
        var byToken = Dead with { Card = Some.Face, SavedCard = 6, UsesToken = true };
        var around = Around(rule: LateCharge.Adopt) with { Used = kept };
        var paid = Settle(since, byToken, Charged, around).Payment!;
        Assert.Equal(("1111", 6, 66, true, true), (paid.Card!.Last4, paid.SavedCard, paid.SavedCardCheck, paid.ShowToken, paid.Details.BySavedCard));

        // And where the shopper took another one at the provider, that one.
        var there = Settle(since, byToken, Charged with { Card = Some.Face with { Last4 = "0009" } }, around).Payment!;
        Assert.Equal(("0009", null, false, false), (there.Card!.Last4, there.SavedCard, there.ShowToken, there.Details.BySavedCard));
    }

    [Fact]
    public void It_never_pays_what_was_paid_otherwise_or_is_still_open_or_was_cancelled()
    {
        bool IsAdopted(Payment payment, ConnectorOutcome.Approved charged, params Attempt[] others) =>
            Settle(payment, Dead, charged, Around(null, LateCharge.Adopt, others)).Attempt.State == AttemptState.Approved;

        Assert.False(IsAdopted(Some.Payment(PaymentStatus.Captured), Charged));
        Assert.False(IsAdopted(Some.Payment(PaymentStatus.Open), Charged));
        Assert.False(IsAdopted(Some.Payment(PaymentStatus.Cancelled), Charged));
        Assert.False(IsAdopted(Some.Payment(PaymentStatus.Cancelled) with { Reason = PaymentReason.CancelledByShopper }, Charged));
        Assert.False(IsAdopted(Some.Payment(PaymentStatus.Failed), Charged with { Amount = Some.Money.With(2000) }));
        Assert.False(IsAdopted(Some.Payment(PaymentStatus.Failed), Charged, Some.Attempt(AttemptState.Approved) with { Number = 2 }));
    }

    [Fact]
    public void Of_a_late_charge_only_what_was_charged_is_given_back()
    {
        var settled = Settle(Some.Payment(PaymentStatus.Failed), Dead, Charged with { Amount = Some.Money.With(2000) }, Around());
        Assert.Equal(2000, settled.Besides.OfType<Write.NewAttempt>().Single().Attempt.Amount.Minor);
    }

    [Fact]
    public void A_late_charge_of_more_than_was_asked_stops_the_payment()
    {
        var settled = Settle(Some.Payment(PaymentStatus.Failed), Dead, Charged with { Amount = Some.Money.With(2600) }, Around());
        Assert.Equal((PaymentStatus.NeedsOperator, AlertKind.Quarantine), (settled.Payment!.Status, settled.Alert));
    }

    [Fact]
    public void One_beside_the_charge_that_paid_only_raises_an_alert_and_only_once()
    {
        var tooMuch = Charged with { Amount = Some.Money.With(2600) };
        var settled = Settle(Some.Payment(PaymentStatus.Captured), Dead with { UsesToken = true, SavedCard = 5 }, tooMuch, Around());
        Assert.Equal((null, AlertKind.Contradiction, AttemptState.ProvenDead, null), (settled.Payment, settled.Alert, settled.Attempt.State, settled.Attempt.CheckAt));
        Assert.IsType<Write.TakeTokenAgain>(Assert.Single(settled.Besides));
        Assert.Null(Settlement.Of(Some.Payment(PaymentStatus.Captured), settled.Attempt, tooMuch, Around()));
    }

    [Fact]
    public void What_is_still_being_decided_at_the_last_look_is_looked_at_again()
    {
        var last = Settle(Some.Payment(PaymentStatus.Failed), Dead with { CheckAt = Some.Now.AddHours(72) }, new ConnectorOutcome.Unknown(ConnectorFault.Undecided), Around(Some.Now.AddHours(72)));
        Assert.Equal(Some.Now.AddHours(73), last.Attempt.CheckAt);
    }

    [Fact]
    public void Somebody_is_told_when_an_upstream_has_not_said_for_long_what_became_of_a_charge()
    {
        AlertKind? After(int checks) =>
            Settle(Some.Payment(PaymentStatus.Unknown), Some.Attempt(AttemptState.Unknown) with { Checks = checks }, new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer), Some.Circumstances()).Alert;
        Assert.Equal([null, AlertKind.LongInDoubt, null, AlertKind.LongInDoubt], new[] { After(18), After(19), After(20), After(39) });
    }

    [Fact]
    public void The_use_of_a_token_counts_again_when_its_charge_turns_up()
    {
        var used = Dead with { UsesToken = true, SavedCard = 5 };
        bool Counts(Attempt attempt, LateCharge rule) => Settle(Some.Payment(PaymentStatus.Failed), attempt, Charged, Around(rule: rule)).Besides.Any(w => w is Write.TakeTokenAgain { Card: 5 });
        Assert.True(Counts(used, LateCharge.Void));
        Assert.True(Counts(used, LateCharge.Adopt));
        Assert.False(Counts(used with { State = AttemptState.CancelConfirmed, Reason = PaymentReason.CancelledByShopper }, LateCharge.Void));
    }
}
