using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Simulation.Actors;
using Checkout.Simulation.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Checks;

/// <summary>The invariants of money, looked at whenever something lands, is charged or is told.</summary>
internal sealed class Checker(World world)
{
    private readonly Dictionary<(int Merchant, long Payment), List<LedgerCharge>> _ledger = [];
    private readonly HashSet<(int Merchant, long Payment, PaymentStatus Status)> _heard = [];
    private readonly Dictionary<(int Merchant, bool IsTest, string Reference), (long Number, string? Kept)> _answers = [];
    private readonly List<(int Merchant, bool IsTest, string Token)> _tokens = [];

    private readonly HashSet<(int Merchant, long Payment)> _blocked = [];
    private readonly HashSet<(int Merchant, long Payment)> _accepted = [];

    /// <summary>The moves that payments made, so that a run can say what it has seen.</summary>
    public HashSet<(PaymentStatus From, PaymentStatus To)> Moves { get; } = [];

    /// <summary>Stories that are still told.</summary>
    public int Running { get; set; }

    /// <summary>A change has landed.</summary>
    public void Committed(IReadOnlyList<Write> change)
    {
        foreach (var write in change)
        {
            if (write is Write.NewPayment { Payment: var made }) History(made);
            if (write is Write.NewPayment { Payment: { IsBlocked: true } blocked }) _blocked.Add((blocked.Merchant, blocked.Number));
            if (write is Write.MovePayment { After: var after }) History(after);
            if (write is Write.NewAttempt { Attempt: var attempt }) Begun(attempt);
        }
    }

    /// <summary>The merchant's yes to a payment that is blocked has arrived; what comes of it is not known.</summary>
    public void Accepted(Payment payment) => _accepted.Add((payment.Merchant, payment.Number));

    /// <summary>A request has arrived upstream (I2): its intent was there before it.</summary>
    public void Arrived(string reference)
    {
        var key = KeyOf(reference);
        if (!world.Store.Tables.Attempts.TryGetValue(key, out var all) || !all.Exists(a => a.Reference == reference))
            world.Violate("I2: every operation upstream has an intent that is older", reference);
    }

    /// <summary>Money moved upstream (I1, I4).</summary>
    public void LedgerChanged(LedgerCharge charge)
    {
        var key = KeyOf(charge.Reference);
        if (!_ledger.TryGetValue(key, out var all)) _ledger.Add(key, all = []);
        if (!all.Contains(charge)) all.Add(charge);
        var now = world.Timeline.Now;
        if (all.Count(c => c.IsLiveAt(now) && !IsExcused(c)) > 1) world.Violate("I1: one live charge per payment", charge.Reference);
        if (charge.AcceptedOf(AttemptKind.Capture, now) > charge.Amount.Minor) world.Violate("I1: no more is captured than was approved", charge.Reference);
        if (charge.AcceptedOf(AttemptKind.Refund, now) > charge.AcceptedOf(AttemptKind.Capture, now)) world.Violate("I1: no more is refunded than was captured", charge.Reference);
        if (charge.IsLiveAt(now) && !IsExcused(charge) && world.Store.Tables.Payments.TryGetValue(key, out var payment) && IsOver(payment.Status))
            world.Violate("I4: what is over stays over", $"{charge.Reference} is charged, the payment is {payment.Status}");
    }

    /// <summary>A merchant or a shopper is told how a payment stands (I3, I4, I12).</summary>
    public void Told(Payment payment, int merchant)
    {
        if (payment.Merchant != merchant) world.Violate("I12: nobody sees another merchant's rows", $"{merchant} got {payment.Merchant}/{payment.Number}");
        var charges = ChargesOf(payment);
        var now = world.Timeline.Now;
        if (IsOver(payment.Status) && charges.Any(c => c.IsLiveAt(now) && !IsExcused(c))) world.Violate("I4: told over, yet charged", Describe(payment));
        if (!PaymentMoves.IsPaid(payment.Status)) return;
        if (!charges.Any(c => c.WasApproved && !(c.InReview && c.IsLiveAt(now)) && c.Amount == payment.Amount)) world.Violate("I3: told paid, yet not charged", Describe(payment));
        if (charges.Sum(c => c.CapturedAt(now)) < payment.CapturedMinor) world.Violate("I3: told captured, yet not taken", Describe(payment));
        if (charges.Sum(c => c.RefundedAt(now)) < payment.RefundedMinor) world.Violate("I3: told refunded, yet not given back", Describe(payment));
    }

    /// <summary>The merchant's server has taken a notice; its body tells the payment as it stands.</summary>
    public void Heard(Payment payment)
    {
        Told(payment, payment.Merchant);
        _heard.Add((payment.Merchant, payment.Number, payment.Status));
    }

    /// <summary>A request was answered, perhaps again (I8).</summary>
    public void Answered(PaymentOrder order, Said said)
    {
        var key = (order.Merchant.Id, order.IsTest, order.Reference);
        if (said.Payment is null && !said.IsKept) return;
        var number = said.Payment?.Number ?? 0;
        if (!_answers.TryGetValue(key, out var before)) before = (number, null);
        if (before.Number != number && before.Number != 0 && number != 0) world.Violate("I8: one order is one payment", $"{order.Reference}: {before.Number}, {number}");
        if (said.IsKept && before.Kept is { } kept && kept != said.Text) world.Violate("I8: one request has one answer", $"{order.Reference}: {kept}, {said.Text}");
        _answers[key] = (number, said.IsKept ? said.Text : before.Kept);
    }

    public void KnowToken(Payment payment, string token) => _tokens.Add((payment.Merchant, payment.IsTest, token));

    public string? AnyToken(Chance chance, int merchant, bool isTest)
    {
        var fitting = _tokens.FindAll(t => t.Merchant == merchant && t.IsTest == isTest);
        return fitting.Count == 0 ? null : chance.Of(fitting).Token;
    }

    public IReadOnlyList<LedgerCharge> ChargesOf(Payment payment) => _ledger.TryGetValue((payment.Merchant, payment.Number), out var all) ? all : [];

    /// <summary>The merchant's server has heard of this status, perhaps in another order.</summary>
    public bool HasHeard(Payment payment) => _heard.Contains((payment.Merchant, payment.Number, payment.Status));

    /// <summary>Nothing is left to wait for, so that a world need not run to its last minute.</summary>
    public bool IsAllSettled() => Running == 0 && world.Store.Tables.Notices.Count == 0
        && world.Store.Tables.Payments.Values.All(p => p.Status != PaymentStatus.Open && !EndChecks.IsUnderWay(p.Status))
        && world.Store.Tables.Attempts.Values.All(all => all.TrueForAll(a => a.CheckAt is null || !Settlement.IsUnsettled(a)))
        && !HasStrays() && AreDisputesFollowed;

    /// <summary>Our payment stands where its dispute does; what was won may have gone on since.</summary>
    public bool IsFollowed(LedgerCharge charge) => charge.Dispute is not { } dispute || IsUndone(charge) || !world.Store.Tables.Payments.TryGetValue(KeyOf(charge.Reference), out var payment)
        || payment.Status == PaymentStatus.NeedsOperator || payment.Status == Dispute.StatusOf(dispute.State)
        || (payment.Dispute is not null && dispute.State == DisputeState.Won && payment.Status is PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded);

    public bool AreDisputesFollowed => _ledger.Values.All(all => all.TrueForAll(IsFollowed));

    /// <summary>Somewhere a charge is left that no payment stands for.</summary>
    public bool HasStrays() => _ledger.Values.SelectMany(all => all).Any(c => !c.IsGoneAt(world.Timeline.Now) && AttemptOf(c.Reference) is { MayStillCharge: false, Reason: not PaymentReason.AmountMismatch });

    /// <summary>What takes it back is on record.</summary>
    public bool IsUndone(LedgerCharge charge) =>
        world.Store.Tables.Attempts.TryGetValue(KeyOf(charge.Reference), out var all) && all.Exists(a => a.Undoes && a.Target == charge.Reference);

    public Attempt? AttemptOf(string reference) =>
        world.Store.Tables.Attempts.TryGetValue(KeyOf(reference), out var all) ? all.Find(a => a.Reference == reference) : null;

    /// <summary>It may be there although its payment is over, for as long as it takes: it came too late, or is being taken back (I4).</summary>
    private bool IsExcused(LedgerCharge charge) => charge.IsTooLate || IsUndone(charge);

    public void AtTheEnd() => EndChecks.Run(world, this);

    public static bool IsOver(PaymentStatus status) =>
        status is PaymentStatus.Failed or PaymentStatus.Cancelled or PaymentStatus.Expired or PaymentStatus.Reversed or PaymentStatus.VerifyFailed;

    public string Describe(Payment payment) => FormattableString.Invariant(
        $"{payment.Merchant}-{payment.Number} is {payment.Status}, captured {payment.CapturedMinor}, refunded {payment.RefundedMinor} of {payment.Amount.Minor}; ledger: ")
        + string.Join("; ", ChargesOf(payment).Select(c => FormattableString.Invariant(
            $"{c.Reference} {c.Step} {c.Amount.Minor}, captured {c.CapturedAt(world.Timeline.Now)}, refunded {c.RefundedAt(world.Timeline.Now)}")));

    /// <summary>I9: versions without gaps, and only moves of the table.</summary>
    private void History(Payment after)
    {
        var events = world.Store.Tables.Events[(after.Merchant, after.Number)];
        world.Note((((after.Number * 4) + after.Merchant) * 10_000) + (after.Version * 100) + (int)after.Status, () => FormattableString.Invariant($"{after.Merchant}-{after.Number} v{after.Version} {after.Status}"));
        if (events[^1].Version != events.Count || events[^1].Status != after.Status) world.Violate("I9: the history has no gaps", Describe(after));
        if (events.Count < 2 || events[^2].Status == after.Status) return;
        Moves.Add((events[^2].Status, after.Status));
        var isLegal = after.Reason == PaymentReason.LateCharge ? PaymentMoves.AllowsCorrection(events[^2].Status, after.Status) : PaymentMoves.Allows(events[^2].Status, after.Status);
        if (!isLegal) world.Violate("I9: only moves of the table", $"{events[^2].Status} to {after.Status}");
        // Once more only on the way to a loss after it was won.
        if (after.Status == PaymentStatus.Disputed && events.SkipLast(1).Any(e => e.Status == PaymentStatus.Disputed) && !ChargesOf(after).Any(c => c.IsLost)) world.Violate("I9: a dispute is raised once", Describe(after));
        if (IsOver(after.Status) && ChargesOf(after).Any(c => c.IsLiveAt(world.Timeline.Now) && !IsExcused(c))) world.Violate("I4: written over, yet charged", Describe(after));
    }

    /// <summary>I1: what is blocked is not charged before it is accepted. I7: a token that is gone begins nothing.</summary>
    private void Begun(Attempt attempt)
    {
        var key = (attempt.Merchant, attempt.Payment);
        if (_blocked.Contains(key) && !_accepted.Contains(key)) world.Violate("I1: nothing is charged before it is accepted", attempt.Reference);
        if (attempt is not { UsesToken: true, Target: null, SavedCard: { } card }) return;
        var held = world.Store.Tables.Cards[(attempt.Merchant, card)];
        if (!held.IsUsable) world.Violate("I7: a cancelled token pays nothing", attempt.Reference);
        if (held.Uses > world.Merchants.Find(attempt.Merchant)!.Settings.TokenLimit) world.Violate("I7: a token pays no more often than its limit", attempt.Reference);
    }

    private static (int Merchant, long Payment) KeyOf(string reference)
    {
        var text = reference.AsSpan();
        var first = text.IndexOf('-');
        var second = first + 1 + text[(first + 1)..].IndexOf('-');
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return (int.Parse(text[..first], culture), long.Parse(text[(first + 1)..second], culture));
    }
}
