using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>How each kind of import is told from what is there, and put beside it.</summary>
internal static class ImportRow
{
    private const string FindPayment = "SELECT reference, amount, currency FROM payment WHERE merchant = ? AND number = ?";

    private const string FindRefund = "SELECT reference, amount, currency FROM refund WHERE merchant = ? AND number = ?";

    private const string FindPayout = "SELECT reference, amount, currency FROM payout WHERE merchant = ? AND number = ?";

    private const string FindWord = "SELECT card FROM card_word WHERE merchant = ? AND word = ?";

    private const string AddWord = "INSERT INTO card_word (merchant, word, card) VALUES (?, ?, ?)";

    // Actor 5 imported it.
    private const string IsImported = "SELECT 1 FROM payment_event WHERE merchant = ? AND payment = ? AND version = 1 AND actor = 5";

    private const string GiveBack =
        "UPDATE payment SET refunded = refunded + ?1 WHERE merchant = ?2 AND number = ?3 AND refunded + refund_open + ?1 <= captured";

    public static ImportVerdict Payment(Connection db, Payment payment, bool isServed)
    {
        if (Known(db, FindPayment, payment.Merchant, payment.Number, (payment.Reference, payment.Amount.Minor, payment.Amount.Currency.Code)) is { } known) return known;
        if (!NumberBlock.MayTake(db, payment.Merchant, NumberKind.Payment, payment.Number, isServed)) return ImportVerdict.NumberHandedOut;
        if (!PaymentRow.TryInsert(db, payment, Actor.Import)) return ImportVerdict.ReferenceTaken;
        NumberBlock.Pass(db, payment.Merchant, NumberKind.Payment, payment.Number);
        return ImportVerdict.Taken;
    }

    public static ImportVerdict Refund(Connection db, Refund refund, bool isServed)
    {
        if (Known(db, FindRefund, refund.Merchant, refund.Number, (refund.Reference, refund.Amount.Minor, refund.Amount.Currency.Code)) is { } known) return known;
        if (!NumberBlock.MayTake(db, refund.Merchant, NumberKind.Refund, refund.Number, isServed)) return ImportVerdict.NumberHandedOut;
        using var imported = db.Use(IsImported);
        if (!imported.Put(refund.Merchant).Put(refund.Payment).Read()) return ImportVerdict.NoPayment;
        if (!RefundRow.TryInsert(db, refund)) return ImportVerdict.ReferenceTaken;
        using var back = db.Use(GiveBack);
        if (refund.State == RefundState.Done && back.Put(refund.Amount.Minor).Put(refund.Merchant).Put(refund.Payment).Run() == 0)
        {
            RefundRow.TakeBack(db, refund);
            return ImportVerdict.TooMuch;
        }

        NumberBlock.Pass(db, refund.Merchant, NumberKind.Refund, refund.Number);
        return ImportVerdict.Taken;
    }

    public static ImportVerdict Payout(Connection db, Payout payout, bool isServed)
    {
        if (Known(db, FindPayout, payout.Merchant, payout.Number, (payout.Reference, payout.Amount.Minor, payout.Amount.Currency.Code)) is { } known) return known;
        if (!NumberBlock.MayTake(db, payout.Merchant, NumberKind.Payout, payout.Number, isServed)) return ImportVerdict.NumberHandedOut;
        if (PayoutRow.Insert(db, new Write.NewPayout(payout, DailyLimit: 0), Actor.Import) != Verdict.Done) return ImportVerdict.ReferenceTaken;
        NumberBlock.Pass(db, payout.Merchant, NumberKind.Payout, payout.Number);
        return ImportVerdict.Taken;
    }

    public static ImportVerdict Card(Connection db, Imported.OfCard import)
    {
        using var find = db.Use(FindWord);
        if (find.Put(import.Card.Merchant).Put(import.Word).Read()) return ImportVerdict.Known;
        SavedCardRow.Insert(db, import.Card);
        SavedCardRow.Keep(db, import.Token);
        using var add = db.Use(AddWord);
        add.Put(import.Card.Merchant).Put(import.Word).Put(import.Card.Number).Run();
        return ImportVerdict.Taken;
    }

    private static ImportVerdict? Known(Connection db, string sql, int merchant, long number, (string Reference, long Minor, string Currency) same)
    {
        using var find = db.Use(sql);
        if (!find.Put(merchant).Put(number).Read()) return null;
        return (find.Text(), find.Long(), find.Text()) == same ? ImportVerdict.Known : ImportVerdict.NumberTaken;
    }
}
