using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>Carries out the writes of one change, in order, up to the first whose condition does not hold.</summary>
internal static class Change
{
    public static Landed<Verdict> Run(Connection db, IReadOnlyList<Write> writes)
    {
        for (var i = 0; i < writes.Count; i++)
        {
            var verdict = Run(db, writes[i]);
            // A write whose condition fails writes nothing itself; what stands before it in the change has to go.
            if (verdict != Verdict.Done) return new Landed<Verdict>(verdict, i == 0 ? Trace.None : Trace.Partial);
        }

        return new Landed<Verdict>(Verdict.Done, Trace.Whole);
    }

    private static Verdict Run(Connection db, Write write) => write switch
    {
        Write.NewPayment w => PaymentRow.TryInsert(db, w.Payment, w.By) ? Verdict.Done : Verdict.DuplicateReference,
        Write.MovePayment w => PaymentRow.TryMove(db, w.After, w.By) ? Verdict.Done : Verdict.Stale,
        Write.NewAttempt w => AttemptRow.TryInsert(db, w.Attempt) ? Verdict.Done : Verdict.ChargeInProgress,
        Write.MoveAttempt w => AttemptRow.TryMove(db, w.After, w.Before) ? Verdict.Done : Verdict.Stale,
        Write.SpendToken w => SavedCardRow.Spend(db, w),
        Write.NeedToken w => SavedCardRow.IsActive(db, w.Merchant, w.Card) ? Verdict.Done : Verdict.TokenGone,
        Write.NeedNoTwin w => SavedCardRow.HasTwin(db, w) ? Verdict.Stale : Verdict.Done,
        Write.RefreshSavedCard w => SavedCardRow.TryRefresh(db, w) ? Verdict.Done : Verdict.TokenGone,
        Write.MoveRefund w => RefundRow.TryMove(db, w.After) ? Verdict.Done : Verdict.Stale,
        Write.NewRefund w => RefundRow.TryInsert(db, w.Refund) ? Verdict.Done : Verdict.DuplicateReference,
        Write.NewPayout w => PayoutRow.Insert(db, w, Actor.Merchant),
        Write.MovePayout w => PayoutRow.TryMove(db, w) ? Verdict.Done : Verdict.Stale,
        Write.ClaimRequest w => RequestRow.TryClaim(db, w) ? Verdict.Done : Verdict.RequestSeen,
        _ => RunUnconditional(db, write),
    };

    private static Verdict RunUnconditional(Connection db, Write write)
    {
        switch (write)
        {
            case Write.NewSavedCard w: SavedCardRow.Insert(db, w.Card); break;
            case Write.MoveSavedCard w: SavedCardRow.Move(db, w); break;
            case Write.GiveTokenBack w: SavedCardRow.GiveBack(db, w); break;
            case Write.TakeTokenAgain w: SavedCardRow.TakeAgain(db, w); break;
            case Write.KeepToken w: SavedCardRow.Keep(db, w); break;
            case Write.NewPublicId w: PublicIdRow.Insert(db, w); break;
            case Write.NewNotice w: NoticeRow.Insert(db, w.Notice); break;
            case Write.NoteOpening w: SavedCardRow.NoteOpening(db, w); break;
            default: throw new InvalidOperationException($"The archive does not know how to write a {write.GetType().Name}.");
        }

        return Verdict.Done;
    }
}
