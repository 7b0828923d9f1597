using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>How payments and their attempts are written: by version, by state, and never two charges of one payment.</summary>
internal static class MemoryPaymentRows
{
    public static Verdict Insert(MemoryTables tables, Payment payment, Actor by)
    {
        var name = (payment.Merchant, payment.Dialect, payment.IsTest, payment.Reference);
        if (tables.References.ContainsKey(name)) return Verdict.DuplicateReference;
        var key = (payment.Merchant, payment.Number);
        if (tables.Payments.ContainsKey(key)) throw new InvalidOperationException("A payment's number is given twice.");
        Check(payment);
        tables.Put(tables.References, name, payment);
        tables.Put(tables.Payments, key, payment);
        tables.Put(tables.Events, key, []);
        tables.Append(tables.Events[key], new PaymentEvent(payment.Version, payment.Status, payment.Reason, by));
        return Verdict.Done;
    }

    public static Verdict Move(MemoryTables tables, Payment after, Actor by)
    {
        var key = (after.Merchant, after.Number);
        if (!tables.Payments.TryGetValue(key, out var held) || held.Version != after.Version - 1) return Verdict.Stale;
        Check(after);

        // What the merchant asked for stays as it was asked.
        var row = after with
        {
            Dialect = held.Dialect, IsTest = held.IsTest, Purpose = held.Purpose, Reference = held.Reference, Amount = held.Amount, LinkCheck = held.LinkCheck,
            Created = held.Created, Shopper = held.Shopper, ReturnUrl = held.ReturnUrl, CaptureNow = held.CaptureNow, KeepCard = held.KeepCard, Notified = held.Notified,
        };
        tables.Put(tables.Payments, key, row);
        tables.Append(tables.Events[key], new PaymentEvent(row.Version, row.Status, row.Reason, by));
        return Verdict.Done;
    }

    public static Verdict Insert(MemoryTables tables, Attempt attempt)
    {
        var key = (attempt.Merchant, attempt.Payment);
        if (!tables.Payments.ContainsKey(key)) throw new InvalidOperationException("An attempt belongs to no payment.");
        if (!tables.Attempts.TryGetValue(key, out var all)) tables.Put(tables.Attempts, key, all = []);
        if (IsCharge(attempt) && all.Any(IsCharge)) return Verdict.ChargeInProgress;
        if (all.Any(a => a.Number == attempt.Number)) throw new InvalidOperationException("An attempt's number is given twice.");
        var place = all.FindLastIndex(a => a.Number < attempt.Number) + 1;
        all.Insert(place, attempt);
        tables.OnUndo(() => all.RemoveAt(place));
        return Verdict.Done;
    }

    public static Verdict Move(MemoryTables tables, Attempt after, Attempt before)
    {
        if (!tables.Attempts.TryGetValue((after.Merchant, after.Payment), out var all)) return Verdict.Stale;
        var place = all.FindIndex(a => a.Number == after.Number);
        if (place < 0 || (all[place].State, all[place].Checks, all[place].CheckAt) != (before.State, before.Checks, before.CheckAt)) return Verdict.Stale;
        if (IsCharge(after) && all.Any(a => a.Number != after.Number && IsCharge(a))) throw new InvalidOperationException("A payment has two charges.");
        var held = all[place];
        all[place] = after;
        tables.OnUndo(() => all[place] = held);
        return Verdict.Done;
    }

    /// <summary>PAY-4: it has moved money, or still may.</summary>
    private static bool IsCharge(Attempt attempt) => attempt is { Kind: AttemptKind.Authorise, MayStillCharge: true };

    /// <summary>Whatever the code above believes, no more goes back than came in (PAY-8).</summary>
    private static void Check(Payment payment)
    {
        var isSound = payment is { RefundedMinor: >= 0, RefundOpenMinor: >= 0 }
            && payment.RefundedMinor + payment.RefundOpenMinor <= payment.CapturedMinor && payment.CapturedMinor <= payment.Amount.Minor;
        if (!isSound) throw new InvalidOperationException("A payment's sums do not add up.");
    }
}
