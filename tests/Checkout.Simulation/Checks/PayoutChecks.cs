using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using Checkout.Simulation.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Checks;

/// <summary>The invariants of payouts, looked at whenever something lands, is paid or is told.</summary>
internal sealed class PayoutChecks(World world)
{
    private readonly Dictionary<string, LedgerPayout> _ledger = [];
    private readonly HashSet<(int Merchant, long Number, PayoutState State)> _heard = [];
    private readonly Dictionary<(int Merchant, long Number), Payout> _last = [];

    private IEnumerable<Payout> Rows => world.Store.Tables.Payouts.Values;

    /// <summary>The steps that payouts came to, so that a run can say what it has seen.</summary>
    public HashSet<(PayoutStep From, PayoutStep To)> Moves { get; } = [];

    /// <summary>A change has landed.</summary>
    public void Committed(IReadOnlyList<Write> change)
    {
        foreach (var write in change)
        {
            if (write is Write.NewPayout { Payout: var made })
            {
                Counted(made);
                _last[(made.Merchant, made.Number)] = made;
            }

            if (write is not Write.MovePayout { After: var after }) continue;
            if (!_last.Remove((after.Merchant, after.Number), out var before)) throw new InvalidOperationException("A payout moves that nobody made.");
            _last[(after.Merchant, after.Number)] = after;
            world.Note(((after.Number * 100) + after.Version) * 10 + (int)after.Step, () => FormattableString.Invariant($"payout {after.Merchant}-{after.Number} v{after.Version} {after.Step}"));
            Moves.Add((before.Step, after.Step));
            if (after.Version != before.Version + 1) world.Violate("I9: the history has no gaps", Describe(after));
            if (before.State == PayoutState.Done) world.Violate("A payout that is done stays done", Describe(after));
            Told(after);
        }
    }

    /// <summary>A request has arrived upstream (I2).</summary>
    public void Arrived(string reference)
    {
        if (!Rows.Any(p => p.UpstreamReference == reference)) world.Violate("I2: every payout upstream has an intent that is older", reference);
    }

    /// <summary>Money went out upstream (I1, I4).</summary>
    public void LedgerChanged(LedgerPayout payout)
    {
        _ledger[payout.Reference] = payout;
        var now = world.Timeline.Now;
        if (_ledger.Values.Count(p => p.MerchantReference == payout.MerchantReference && p.IsPaidAt(now)) > 1) world.Violate("I1: an order is paid out once", payout.MerchantReference);
        if (RowOf(payout) is { } row) Told(row);
    }

    /// <summary>A merchant is told how a payout stands (I3, I4).</summary>
    public void Told(Payout payout)
    {
        var (now, entry) = (world.Timeline.Now, _ledger.GetValueOrDefault(payout.UpstreamReference));
        if (payout.State == PayoutState.Done && entry?.IsPaidAt(now) != true) world.Violate("I3: told paid out, yet not paid", Describe(payout));
        if (payout.State == PayoutState.Done && entry?.Amount != payout.Amount) world.Violate("I3: told paid out another amount", Describe(payout));
        if (payout.State == PayoutState.Failed && entry is { IsTooLate: false } && entry.IsPaidAt(now)) world.Violate("I4: told failed, yet paid out", Describe(payout));
    }

    /// <summary>The merchant's server has taken a notice; its body tells the payout as it stands.</summary>
    public void Heard(Payout payout)
    {
        Told(payout);
        _heard.Add((payout.Merchant, payout.Number, payout.State));
    }

    public bool IsAllSettled() => !HasStrays() && Rows.All(p => p.State != PayoutState.Open);

    /// <summary>Something was paid that our rows have for failed.</summary>
    public bool HasStrays() => _ledger.Values.Any(p => p.IsPaidAt(world.Timeline.Now) && RowOf(p)?.State == PayoutState.Failed);

    public void AtTheEnd()
    {
        foreach (var payout in Rows)
        {
            Told(payout);
            var isPaid = _ledger.GetValueOrDefault(payout.UpstreamReference)?.IsPaidAt(world.Timeline.Now) == true;
            if (payout.State == PayoutState.Open) world.Violate("I5: every payout is decided in the end", Describe(payout));
            if (isPaid != (payout.State == PayoutState.Done)) world.Violate("I5: our rows and the ledger agree on what is paid out", Describe(payout));
            if (payout.State == PayoutState.Done && !_heard.Contains((payout.Merchant, payout.Number, payout.State))) world.Violate("I6: every end of a payout is told", Describe(payout));
        }

        foreach (var (day, paid) in world.Store.Tables.PayoutDays)
        {
            var sum = Rows.Where(p => (p.Merchant, p.Day, p.Amount.Currency.Code) == day && p.MayHavePaid).Sum(p => p.Amount.Minor);
            if (sum != paid) world.Violate("A day's payouts are counted", $"{day}: {paid} counted, {sum} paid");
        }
    }

    /// <summary>A new payout keeps to the day's limit.</summary>
    private void Counted(Payout made)
    {
        var sum = Rows.Where(p => p.Merchant == made.Merchant && p.Day == made.Day && p.MayHavePaid).Sum(p => p.Amount.Minor);
        if (sum > world.Merchants.Find(made.Merchant)!.Settings.PayoutDailyLimit) world.Violate("A day's payouts keep to the limit", Describe(made));
    }

    private Payout? RowOf(LedgerPayout payout) => Rows.FirstOrDefault(p => p.UpstreamReference == payout.Reference);

    private string Describe(Payout payout) => FormattableString.Invariant(
        $"{payout.Merchant}-{payout.Number} {payout.Reference} is {payout.Step} of {payout.Amount.Minor}; ledger: {_ledger.GetValueOrDefault(payout.UpstreamReference)}");
}
