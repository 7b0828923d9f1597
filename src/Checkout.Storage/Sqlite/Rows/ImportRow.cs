using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>How each kind of import is told from what is there, and put beside it.</summary>
internal static class ImportRow
{
    private const string FindPayment = "SELECT reference, amount, currency, status, captured FROM payment WHERE merchant = ? AND number = ?";

    private const string FindRefund = "SELECT reference, amount, currency, state, payment FROM refund WHERE merchant = ? AND number = ?";

    private const string FindPayout = "SELECT reference, amount, currency, step, 0 FROM payout WHERE merchant = ? AND number = ?";

    private const string FindWord = SavedCardRow.Select + "WHERE merchant = ?1 AND number = (SELECT card FROM card_word WHERE merchant = ?1 AND word = ?2)";

    private const string AddWord = "INSERT INTO card_word (merchant, word, card) VALUES (?, ?, ?)";

    // Actor 5 imported it.
    private const string CurrencyOfImported =
        "SELECT p.currency FROM payment p JOIN payment_event e ON e.merchant = p.merchant AND e.payment = p.number AND e.version = 1 AND e.actor = 5 WHERE p.merchant = ? AND p.number = ?";

    private const string GiveBack =
        "UPDATE payment SET refunded = refunded + ?1 WHERE merchant = ?2 AND number = ?3 AND refunded + refund_open + ?1 <= captured";

    public static ImportAnswer Payment(Connection db, Payment payment, bool isServed)
    {
        var same = new Likeness(payment.Reference, payment.Amount.Minor, payment.Amount.Currency.Code, (long)payment.Status, payment.CapturedMinor);
        if (Known(db, FindPayment, payment.Merchant, payment.Number, same, ImportDifference.CapturedAmount) is { } known) return known;
        if (!NumberBlock.MayTake(db, payment.Merchant, NumberKind.Payment, payment.Number, isServed)) return new(ImportVerdict.NumberHandedOut);
        if (!PaymentRow.TryInsert(db, payment, Actor.Import)) return new(ImportVerdict.ReferenceTaken);
        NumberBlock.Pass(db, payment.Merchant, NumberKind.Payment, payment.Number);
        return new(ImportVerdict.Taken);
    }

    public static ImportAnswer Refund(Connection db, Refund refund, bool isServed)
    {
        var same = new Likeness(refund.Reference, refund.Amount.Minor, refund.Amount.Currency.Code, (long)refund.State, refund.Payment);
        if (Known(db, FindRefund, refund.Merchant, refund.Number, same, ImportDifference.Payment) is { } known) return known;
        if (!NumberBlock.MayTake(db, refund.Merchant, NumberKind.Refund, refund.Number, isServed)) return new(ImportVerdict.NumberHandedOut);
        using (var imported = db.Use(CurrencyOfImported))
        {
            if (!imported.Put(refund.Merchant).Put(refund.Payment).Read()) return new(ImportVerdict.NoPayment);
            if (imported.Text() != refund.Amount.Currency.Code) return new(ImportVerdict.CurrencyDiffers);
        }

        if (!RefundRow.TryInsert(db, refund)) return new(ImportVerdict.ReferenceTaken);
        using var back = db.Use(GiveBack);
        if (refund.State == RefundState.Done && back.Put(refund.Amount.Minor).Put(refund.Merchant).Put(refund.Payment).Run() == 0)
        {
            RefundRow.TakeBack(db, refund);
            return new(ImportVerdict.TooMuch);
        }

        NumberBlock.Pass(db, refund.Merchant, NumberKind.Refund, refund.Number);
        return new(ImportVerdict.Taken);
    }

    public static ImportAnswer Payout(Connection db, Payout payout, bool isServed)
    {
        var same = new Likeness(payout.Reference, payout.Amount.Minor, payout.Amount.Currency.Code, (long)payout.Step, 0);
        if (Known(db, FindPayout, payout.Merchant, payout.Number, same, ImportDifference.None) is { } known) return known;
        if (!NumberBlock.MayTake(db, payout.Merchant, NumberKind.Payout, payout.Number, isServed)) return new(ImportVerdict.NumberHandedOut);
        if (PayoutRow.Insert(db, new Write.NewPayout(payout, DailyLimit: 0), Actor.Import) != Verdict.Done) return new(ImportVerdict.ReferenceTaken);
        NumberBlock.Pass(db, payout.Merchant, NumberKind.Payout, payout.Number);
        return new(ImportVerdict.Taken);
    }

    public static ImportAnswer Card(Connection db, Imported.OfCard import)
    {
        using (var find = db.Use(FindWord))
        {
            if (find.Put(import.Card.Merchant).Put(import.Word).Read()) return Known(SavedCardRow.Read(find), import);
        }

        SavedCardRow.Insert(db, import.Card);
        SavedCardRow.Keep(db, import.Token);
        using var add = db.Use(AddWord);
        add.Put(import.Card.Merchant).Put(import.Word).Put(import.Card.Number).Run();
        return new(ImportVerdict.Taken);
    }

    // Of a card that has ended in the meantime the provider's token is gone, so there is nothing left to compare it with.
    private static ImportAnswer Known(SavedCard there, Imported.OfCard import)
    {
        if (there.Shopper != import.Card.Shopper) return new(ImportVerdict.WordTaken, ImportDifference.Shopper);
        if (there.Face != import.Card.Face) return new(ImportVerdict.WordTaken, ImportDifference.Card);
        if (!there.IsUsable) return new(ImportVerdict.Known);
        if (!there.TokensAt.Contains(import.Token.Connector)) return new(ImportVerdict.WordTaken, ImportDifference.Provider);
        return there.Fingerprint.AsSpan().SequenceEqual(import.Card.Fingerprint) ? new(ImportVerdict.Known) : new(ImportVerdict.WordTaken, ImportDifference.ProviderToken);
    }

    private static ImportAnswer? Known(Connection db, string sql, int merchant, long number, Likeness same, ImportDifference last)
    {
        using var find = db.Use(sql);
        if (!find.Put(merchant).Put(number).Read()) return null;
        var there = new Likeness(find.Text(), find.Long(), find.Text(), find.Long(), find.Long());
        if (there == same) return new(ImportVerdict.Known);
        return new(ImportVerdict.NumberTaken, there.Reference != same.Reference ? ImportDifference.Reference
            : there.Minor != same.Minor ? ImportDifference.Amount
            : there.Currency != same.Currency ? ImportDifference.Currency
            : there.Status != same.Status ? ImportDifference.Status : last);
    }

    /// <summary>What makes two the same; the last is what counts for this kind alone.</summary>
    private readonly record struct Likeness(string Reference, long Minor, string Currency, long Status, long Last);
}
