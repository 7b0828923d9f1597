using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>Carries out the writes of one change: all of them, or none.</summary>
internal static class MemoryChange
{
    public static Verdict Run(MemoryTables tables, IReadOnlyList<Write> change)
    {
        try
        {
            foreach (var write in change)
            {
                var verdict = Run(tables, write);
                if (verdict == Verdict.Done) continue;
                tables.TakeBack();
                return verdict;
            }

            tables.Keep();
            return Verdict.Done;
        }
        finally
        {
            // Broken code threw on the way: nothing of its change stays.
            tables.TakeBack();
        }
    }

    private static Verdict Run(MemoryTables tables, Write write) => write switch
    {
        Write.NewPayment w => MemoryPaymentRows.Insert(tables, w.Payment, w.By),
        Write.MovePayment w => MemoryPaymentRows.Move(tables, w.After, w.By),
        Write.NewAttempt w => MemoryPaymentRows.Insert(tables, w.Attempt),
        Write.MoveAttempt w => MemoryPaymentRows.Move(tables, w.After, w.Before),
        Write.NewRefund w => Insert(tables, w.Refund),
        Write.MoveRefund w => Move(tables, w.After),
        Write.NewPayout w => MemoryPayoutRows.Insert(tables, w),
        Write.MovePayout w => MemoryPayoutRows.Move(tables, w),
        Write.SpendToken w => MemoryCardRows.Spend(tables, w),
        Write.NeedToken w => MemoryCardRows.IsActive(tables, w.Merchant, w.Card) ? Verdict.Done : Verdict.TokenGone,
        Write.NeedNoTwin w => MemoryCardRows.HasTwin(tables, w) ? Verdict.Stale : Verdict.Done,
        Write.RefreshSavedCard w => MemoryCardRows.Refresh(tables, w),
        Write.ClaimRequest w => Claim(tables, w),
        _ => RunUnconditional(tables, write),
    };

    private static Verdict RunUnconditional(MemoryTables tables, Write write)
    {
        switch (write)
        {
            case Write.NewSavedCard w: MemoryCardRows.Insert(tables, w.Card); break;
            case Write.MoveSavedCard w: MemoryCardRows.Move(tables, w); break;
            case Write.GiveTokenBack w: MemoryCardRows.GiveBack(tables, w); break;
            case Write.TakeTokenAgain w: MemoryCardRows.TakeAgain(tables, w); break;
            case Write.KeepToken w: MemoryCardRows.Keep(tables, w); break;
            case Write.NoteOpening w: tables.Append(tables.Openings, (w.Card, w.Reference)); break;
            case Write.NewPublicId w: tables.Put(tables.PublicIds, w.Id, (w.Merchant, w.Payment)); break;
            case Write.NewNotice w:
                Hurry(tables, w.Notice);
                var id = ++tables.LastNotice;
                tables.Notices.Add(id, w.Notice with { Id = id });
                tables.OnUndo(() => tables.Notices.Remove(id));
                break;
            default: throw new InvalidOperationException($"The store does not know how to write a {write.GetType().Name}.");
        }

        return Verdict.Done;
    }

    /// <summary>What could not be told of the same payment has another chance, so that the news waits behind nothing.</summary>
    private static void Hurry(MemoryTables tables, Notice news)
    {
        foreach (var late in MemoryNotices.Same(tables, news).Where(n => n.Tries > 0 && n.NextAt > news.NextAt).ToList())
        {
            tables.Notices[late.Id] = late with { NextAt = news.NextAt };
            tables.OnUndo(() => tables.Notices[late.Id] = late);
        }
    }

    private static Verdict Insert(MemoryTables tables, Refund refund)
    {
        if (tables.Refunds.Values.Any(r => r.Merchant == refund.Merchant && r.Reference == refund.Reference)) return Verdict.DuplicateReference;
        if (tables.Refunds.ContainsKey((refund.Merchant, refund.Number))) throw new InvalidOperationException("A refund's number is given twice.");
        tables.Put(tables.Refunds, (refund.Merchant, refund.Number), refund);
        return Verdict.Done;
    }

    private static Verdict Move(MemoryTables tables, Refund after)
    {
        var key = (after.Merchant, after.Number);
        if (!tables.Refunds.TryGetValue(key, out var held) || held.State != RefundState.Open) return Verdict.Stale;
        tables.Put(tables.Refunds, key, after);
        return Verdict.Done;
    }

    private static Verdict Claim(MemoryTables tables, Write.ClaimRequest claim)
    {
        var key = (claim.Key.Merchant, claim.Key.Endpoint, claim.Key.Key);
        if (tables.Requests.ContainsKey(key)) return Verdict.RequestSeen;
        tables.Put(tables.Requests, key, (new SeenRequest(claim.Key.Mac, claim.Payment, 0, null), claim.At));
        return Verdict.Done;
    }
}
