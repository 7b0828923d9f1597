using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Simulation.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Checks;

/// <summary>What must hold when faults are long over: everything is decided, and our rows say what the ledgers say.</summary>
internal static class EndChecks
{
    public static void Run(World world, Checker checker)
    {
        foreach (var payment in world.Store.Tables.Payments.Values)
        {
            checker.Told(payment, payment.Merchant);
            Settled(world, checker, payment);
            Told(world, checker, payment);
            History(world, checker, payment);
        }

        Refunds(world);
        Tokens(world);
    }

    public static bool IsUnderWay(PaymentStatus status) => status is PaymentStatus.Submitting or PaymentStatus.AwaitingShopper or PaymentStatus.Unknown
        or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture or PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel;

    /// <summary>I5, and of it the sums.</summary>
    private static void Settled(World world, Checker checker, Payment payment)
    {
        if (IsUnderWay(payment.Status) || payment.Status == PaymentStatus.Open) world.Violate("I5: everything is decided in the end", checker.Describe(payment));
        if (payment.Status == PaymentStatus.NeedsOperator) return;
        var all = checker.ChargesOf(payment);
        if (all.Any(c => checker.IsUndone(c) && !c.IsGoneAt(world.Timeline.Now))) world.Violate("I4: what is taken back is given back whole", checker.Describe(payment));
        // What somebody has to look at beside the charge that paid is told by an alert.
        var charges = all.Where(c => !checker.IsUndone(c) && checker.AttemptOf(c.Reference) is not { MayStillCharge: false, Reason: PaymentReason.AmountMismatch }).ToList();
        var live = charges.Count(c => c.IsLiveAt(world.Timeline.Now));
        var isHeld = PaymentMoves.IsPaid(payment.Status) || payment.Status == PaymentStatus.AwaitingReview;
        if (live != (isHeld && payment.Purpose == PaymentPurpose.Purchase ? 1 : 0)) world.Violate("I5: our rows and the ledger agree on what is charged", checker.Describe(payment));
        if (charges.Any(c => c.InReview && c.IsLiveAt(world.Timeline.Now)) != (payment.Status == PaymentStatus.AwaitingReview)) world.Violate("I5: our rows and the ledger agree on what is under review", checker.Describe(payment));
        if (!charges.All(checker.IsFollowed)) world.Violate("I5: our rows and the ledger agree on what is disputed", checker.Describe(payment));
        if (charges.Sum(c => c.CapturedAt(world.Timeline.Now)) != payment.CapturedMinor) world.Violate("I5: our rows and the ledger agree on what is captured", checker.Describe(payment));
        if (charges.Sum(c => c.RefundedAt(world.Timeline.Now)) != payment.RefundedMinor) world.Violate("I5: our rows and the ledger agree on what is refunded", checker.Describe(payment));
    }

    /// <summary>I6: whoever has to hear of an end has heard of it after it was written.</summary>
    private static void Told(World world, Checker checker, Payment payment)
    {
        // Whoever has a card checked waits for the answer.
        var isTold = payment.Purpose == PaymentPurpose.Purchase && (Checker.IsOver(payment.Status) || payment.Status is PaymentStatus.Captured or PaymentStatus.PartiallyCaptured
            or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.Disputed or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack or PaymentStatus.NeedsOperator);
        if (isTold && !checker.HasHeard(payment)) world.Violate("I6: every end is told", checker.Describe(payment));
    }

    private static void History(World world, Checker checker, Payment payment)
    {
        var events = world.Store.Tables.Events[(payment.Merchant, payment.Number)];
        var isWhole = events[^1].Status == payment.Status && events.Count == payment.Version && events.Select((e, i) => e.Version == i + 1).All(fits => fits);
        if (!isWhole) world.Violate("I9: the history gives the present state", checker.Describe(payment));
    }

    private static void Refunds(World world)
    {
        foreach (var refund in world.Store.Tables.Refunds.Values)
        {
            var isStuck = refund.State == RefundState.Open && world.Store.Tables.Payments[(refund.Merchant, refund.Payment)].Status != PaymentStatus.NeedsOperator;
            if (isStuck) world.Violate("I5: every refund is decided in the end", refund.Reference);
        }
    }

    /// <summary>I7: a token's uses are the intents with it that reached the upstream or may have, and it is one of a card that is kept.</summary>
    private static void Tokens(World world)
    {
        foreach (var payment in world.Store.Tables.Payments.Values.Where(p => p is { ShowToken: true, SavedCard: not null } && PaymentMoves.IsPaid(p.Status)))
        {
            var shown = world.Store.Tables.Cards[(payment.Merchant, payment.SavedCard!.Value)];
            if (shown.State == SavedCardState.Pending || shown.Check != payment.SavedCardCheck) world.Violate("I7: a token that is told is one of a card that is kept", payment.Reference);
        }

        var undecided = world.Store.Tables.Payments.Values.Where(p => p.Status is PaymentStatus.AwaitingReview).Select(p => (p.Merchant, p.SavedCard)).ToHashSet();
        if (world.Store.Tables.Cards.Values.FirstOrDefault(c => c.State == SavedCardState.Pending && !undecided.Contains((c.Merchant, c.Number))) is { } waiting)
            world.Violate("I7: no card waits for what is over", $"card {waiting.Merchant}-{waiting.Number}");
        var uses = world.Store.Tables.Attempts.Values.SelectMany(all => all)
            .Where(a => a is { UsesToken: true, Target: null } and not { State: AttemptState.ProvenDead, Reason: PaymentReason.NeverSent } and not { State: AttemptState.Declined, Reason: PaymentReason.TokenNotAvailable })
            .GroupBy(a => (a.Merchant, Card: a.SavedCard!.Value)).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (key, card) in world.Store.Tables.Cards)
        {
            if (card.Uses != uses.GetValueOrDefault(key)) world.Violate("I7: every use of a token is counted", $"card {key}: {card.Uses} counted, {uses.GetValueOrDefault(key)} used");
        }
    }
}
