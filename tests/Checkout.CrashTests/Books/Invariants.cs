using Checkout.Core.Payments;
using Checkout.CrashTests.Load;
using Checkout.Tests.Server.Notices;
using Checkout.Web.Dialects.Smart2Pay;

namespace Checkout.CrashTests.Books;

/// <summary>What must hold when all is calm again, by the clients' diary, the first server's archive and the bank's statement (I1 to I10).</summary>
internal static class Invariants
{
    private static readonly int[] ToldPaid = [2, 9, 11, 13, 21, 22, 33, 35];
    private static readonly int[] ToldOver = [3, 4, 5];

    public static IEnumerable<string> Broken(IReadOnlyList<Reconciled> payments, Diary diary, IReadOnlyList<HeardNotice> notices)
    {
        var all = payments.ToDictionary(p => (p.Site, p.Reference));
        return payments.SelectMany(OfBooks).Concat(diary.Said.SelectMany(s => OfWord(s, all.GetValueOrDefault((s.Site, s.Reference)))))
            .Concat(diary.Refunds.Keys.Where(r => !all.Keys.Any(k => k.Site == r.Site)).Select(r => $"I10: nobody knows the refund {r}"))
            .Concat(OfNotices(payments, notices)).Concat(diary.Contradictions.Select(c => "I8: one request, two answers: " + c));
    }

    private static IEnumerable<string> OfBooks(Reconciled payment)
    {
        if (payment.LiveCharges > 1) yield return $"I1: charged twice: {payment}";
        if (payment.Sum("refund") > payment.Sum("capture")) yield return $"I1: more given back than taken: {payment}";
        if (IsUndecided(payment.Status)) yield return $"I5: undecided: {payment}";
        if (payment.LiveCharges != (PaymentMoves.IsPaid(payment.Status) ? 1 : 0)) yield return $"I5: the books differ on what is charged: {payment}";
        if (payment.Captured != payment.Sum("capture")) yield return $"I5: the books differ on what is taken: {payment}";
        if (payment.Refunded != payment.Sum("refund")) yield return $"I5: the books differ on what is given back: {payment}";
    }

    private static IEnumerable<string> OfWord(Acknowledged said, Reconciled? payment)
    {
        if (payment is null || (said.Payment is { } number && number != payment.Number))
        {
            yield return $"I10: acknowledged and not there: {said}";
            yield break;
        }

        if (ToldPaid.Contains(said.Status) && payment.Charges != 1) yield return $"I3: told paid ({said}), yet {payment}";
        if (ToldOver.Contains(said.Status) && payment.LiveCharges > 0) yield return $"I4: told over ({said}), yet {payment}";
    }

    private static IEnumerable<string> OfNotices(IReadOnlyList<Reconciled> payments, IReadOnlyList<HeardNotice> notices)
    {
        var heard = notices.Where(n => n.Kind == "Payment").Select(n => ((string?)n.Json["Payment"]!["SiteID"]?.ToString(), n.Reference, n.StatusId)).ToHashSet();
        return payments.Where(p => !heard.Contains((p.Site, p.Reference, Smart2PayStatus.Of(p.Status).Id)) && IsEnd(p.Status)).Select(p => $"I6: its end was never told: {p}");
    }

    private static bool IsUndecided(PaymentStatus status) => status is PaymentStatus.Open or PaymentStatus.Submitting or PaymentStatus.AwaitingShopper or PaymentStatus.Unknown
        or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture or PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel;

    private static bool IsEnd(PaymentStatus status) => status is PaymentStatus.Captured or PaymentStatus.Cancelled or PaymentStatus.Failed or PaymentStatus.Expired
        or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded;
}
