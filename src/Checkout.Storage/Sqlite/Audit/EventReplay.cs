using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>
/// Replays the history of every payment: versions come one after another, each move is legal, and the last event is the state the payment is
/// in (PAY-9). Rows come ordered by payment and version, so one payment is held at a time.
/// </summary>
internal static class EventReplay
{
    /// <summary>Payments whose history does not lead to where they stand, each once.</summary>
    public static void Run(Connection db, Action<int, long> found)
    {
        using var rows = db.Use(AuditSql.History);
        Step? last = null;
        var isBroken = false;
        while (rows.Read())
        {
            var step = new Step(rows.Int(), rows.Long(), rows.Int(), (PaymentStatus)rows.Int(), rows.Int(), (Actor)rows.Int(), rows.IntOrNull(), (PaymentStatus?)rows.IntOrNull(), rows.IntOrNull());
            if (last is { } before && !step.IsOfSame(before))
            {
                if (isBroken || !before.IsWhereItStands) found(before.Merchant, before.Payment);
                (last, isBroken) = (null, false);
            }

            isBroken |= !step.Follows(last);
            last = step;
        }

        if (last is { } end && (isBroken || !end.IsWhereItStands)) found(end.Merchant, end.Payment);
    }

    /// <summary>An event beside the payment as it stands now; the latter is missing when there is no such payment.</summary>
    private readonly record struct Step(int Merchant, long Payment, int Version, PaymentStatus Status, int Reason, Actor By, int? NowVersion, PaymentStatus? NowStatus, int? NowReason)
    {
        public bool IsWhereItStands => (Version, Status, Reason) == (NowVersion, NowStatus, NowReason);

        public bool IsOfSame(Step other) => (Merchant, Payment) == (other.Merchant, other.Payment);

        // One that is refused outright, because its token is spent, begins at its end; an imported one anywhere.
        public bool Follows(Step? before) => before is not { } last
            ? Version == 1 && (By == Actor.Import || Status is PaymentStatus.Open or PaymentStatus.Submitting or PaymentStatus.Failed)
            : Version == last.Version + 1 && (Status == last.Status || PaymentMoves.Allows(last.Status, Status) || PaymentMoves.AllowsCorrection(last.Status, Status));
    }
}
