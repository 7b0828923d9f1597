using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Storage.Sqlite;
using SQLitePCL;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

/// <summary>Damage of every kind is planted in a copy of sound books, and the audit names the payment it lies in.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    /// <summary>Rule, number that is named, and what is done to the database.</summary>
    public static TheoryData<string, string, long, string> Damages => new()
    {
        { "I1", "At most one charge", 1, "DROP INDEX attempt_one_charge; INSERT INTO attempt SELECT NULL, merchant, payment, 9, kind, state, reason, captures, 0, keeps_card, checks, amount, saved_card, submitted, check_at, currency, connector, '1010-1-9-word', target, upstream_id, card, redirect, consent, ended, undoes FROM attempt WHERE payment = 1 AND number = 1; UPDATE payment SET attempts = 9 WHERE number = 1" },
        { "I1", "What counts as paid", 1, "UPDATE attempt SET state = 5 WHERE payment = 1 AND number = 1" },
        { "I1", "What counts as paid", 1, "UPDATE attempt SET amount = 2598 WHERE payment = 1 AND number = 1" },
        { "I1", "An approved charge belongs", 2, "UPDATE attempt SET state = 4 WHERE payment = 2" },
        { "I1", "Nothing was ever submitted", 1, "UPDATE payment SET blocked = 1 WHERE number = 1" },
        { "I1", "No more is captured", 1, "PRAGMA ignore_check_constraints = ON; UPDATE payment SET captured = 2600 WHERE number = 1" },
        { "I1", "No more is captured", 1, "PRAGMA ignore_check_constraints = ON; UPDATE payment SET refunded = 2600 WHERE number = 1" },
        { "I1", "What is captured", 1, "UPDATE payment SET captured = 2500 WHERE number = 1" },
        { "I1", "What is given back", 1, "UPDATE payment SET refunded = 200 WHERE number = 1" },
        { "I1", "What is given back", 1, "UPDATE refund SET amount = 99" },
        { "I1", "What is given back", 1, "UPDATE refund SET state = 0" },
        { "I1", "A refund is carried out", 1, "DELETE FROM attempt WHERE kind = 3" },
        { "I2", "Every attempt has a name", 2, "UPDATE attempt SET reference = '1010-1-1-word' WHERE payment = 2" },
        { "I2", "Every attempt is counted", 2, "UPDATE payment SET attempts = 0 WHERE number = 2" },
        { "I2", "Captures, cancels and refunds", 1, "UPDATE attempt SET target = 'nobody' WHERE kind = 3" },
        { "I2", "Every payout has a name", 5, "UPDATE payout SET upstream_reference = '1010-6-p-word'" },
        { "I1", "A day's payouts", 5, "UPDATE payout_day SET paid = 499" },
        { "I1", "A day's payouts", 5, "DELETE FROM payout_day" },
        { "I1", "A day's payouts", 5, "UPDATE payout SET step = 4, reason = 0; UPDATE payout_event SET step = 4 WHERE version = 2" },
        { "I6", "Every notice", 5, "UPDATE notice SET created = created + 1 WHERE subject = 2" },
        { "I8", "A kept answer", 6, "UPDATE request SET payment = 6 WHERE endpoint = 'post /v1/payouts'" },
        { "I9", "The history of every payout", 5, "DELETE FROM payout_event WHERE version = 1" },
        { "I9", "The history of every payout", 5, "UPDATE payout SET version = 3" },
        { "I9", "The history of every payout", 5, "UPDATE payout SET reason = 2" },
        { "I6", "Every notice", 1, "UPDATE notice SET created = created + 1 WHERE subject = 0" },
        { "I6", "Every notice", 3, "UPDATE notice SET created = created + 1 WHERE subject = 3" },
        { "I1", "What is captured", 3, "UPDATE payment SET status = 6 WHERE number = 3; UPDATE payment_event SET status = 6 WHERE payment = 3 AND version = 3" },
        { "I6", "Every notice", 1, "UPDATE notice SET refund = 77 WHERE subject = 1" },
        { "I7", "A token was used", 12, "UPDATE saved_card SET uses = 3" },
        { "I7", "A token was used", 12, "UPDATE attempt SET uses_token = 0" },
        { "I8", "A kept answer", 1, "UPDATE request SET body = NULL WHERE payment = 1" },
        { "I8", "A kept answer", 77, "UPDATE request SET payment = 77 WHERE payment = 1" },
        { "I9", "Every payment has", 2, "DELETE FROM payment_event WHERE payment = 2" },
        { "I9", "Its history", 1, "DELETE FROM payment_event WHERE payment = 1 AND version = 2" },
        { "I9", "Its history", 1, "DELETE FROM payment_event WHERE payment = 1 AND version = 1" },
        { "I9", "Its history", 2, "DELETE FROM payment_event WHERE payment = 2 AND version = 3" },
        { "I9", "Its history", 2, "UPDATE payment SET status = 15 WHERE number = 2" },
        { "I9", "Its history", 1, "UPDATE payment SET version = version + 1 WHERE number = 1" },
        { "I9", "Its history", 2, "UPDATE payment_event SET status = 8 WHERE payment = 2 AND version = 2" },
        { "I9", "Its history", 2, "UPDATE payment SET reason = 3 WHERE number = 2" },
    };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Sound_books_have_no_findings()
    {
        await WriteBooksAsync();
        Assert.Empty(await AuditAsync());
    }

    [Theory, MemberData(nameof(Damages))]
    public async Task Planted_damage_is_found_where_it_lies(string rule, string sentence, long number, string damage)
    {
        await WriteBooksAsync();
        Plant(damage);

        var findings = await AuditAsync();

        Assert.Contains(findings, f => f.Rule.Code == rule && f.Rule.Sentence.StartsWith(sentence, StringComparison.Ordinal) && (f.Merchant, f.Number) == (Site, number));
        Assert.All(findings, f => Assert.Equal((Site, number), (f.Merchant, f.Number)));
    }

    [Fact]
    public async Task Every_rule_has_damage_that_it_finds()
    {
        await using var archive = new SqliteArchive(_directory.Path, TimeProvider.System);
        var planted = Damages.Select(d => (string)d[1]).ToArray();
        Assert.DoesNotContain(archive.Audit.Rules, rule => !planted.Any(sentence => rule.Sentence.StartsWith(sentence, StringComparison.Ordinal)));
    }

    /// <summary>A paid and partly refunded payment by token, and one whose only try was declined; with their histories, notices and an answer.</summary>
    private async Task WriteBooksAsync()
    {
        await using var archive = new SqliteArchive(_directory.Path, TimeProvider.System);
        var store = archive.Payments;
        async Task CommitAsync(params Write[] writes) => Assert.Equal(Verdict.Done, await store.CommitAsync(writes));

        var charge = Attempt(1) with { Captures = true, UsesToken = true, SavedCard = 12 };
        var paying = Payment(1, PaymentStatus.Submitting) with { Attempts = 1 };
        await CommitAsync(new Write.NewSavedCard(Card(12, SavedCardState.Active)), new Write.ClaimRequest(Request("key"), 1, Noon));
        await CommitAsync(New(paying), new Write.NewAttempt(charge), new Write.SpendToken(Site, 12, 0, Noon));
        var paid = paying.MoveTo(PaymentStatus.Captured, PaymentReason.None, Noon) with { CapturedMinor = 2599 };
        await CommitAsync(Move(paid), new Write.MoveAttempt(charge with { State = AttemptState.Approved }, charge), new Write.NewNotice(Notice(1)));
        await archive.Requests.AnswerAsync(Request("key"), 1, 201, [1], Noon);

        var refunding = paid.Touch(Noon) with { Attempts = 2, RefundOpenMinor = 100 };
        var back = Attempt(1, 2) with { Kind = AttemptKind.Refund, Target = charge.Reference, Amount = Euro(100) };
        await CommitAsync(Move(refunding), new Write.NewAttempt(back), new Write.NewRefund(Refund(1, 1)));
        var refunded = refunding.MoveTo(PaymentStatus.PartiallyRefunded, PaymentReason.None, Noon) with { RefundOpenMinor = 0, RefundedMinor = 100 };
        await CommitAsync(
            Move(refunded), new Write.MoveAttempt(back with { State = AttemptState.Approved }, back), new Write.MoveRefund(Refund(1, 1) with { State = RefundState.Done }),
            new Write.NewNotice(Notice(1) with { Subject = Checkout.Core.Notices.NoticeSubject.Refund, Refund = 1 }));

        var trying = Payment(2).MoveTo(PaymentStatus.Submitting, PaymentReason.None, Noon) with { Attempts = 1 };
        await CommitAsync(New(Payment(2)));
        await CommitAsync(Move(trying), new Write.NewAttempt(Attempt(2)));
        await CommitAsync(
            Move(trying.MoveTo(PaymentStatus.Failed, PaymentReason.Declined, Noon)), new Write.MoveAttempt(Attempt(2, 1, AttemptState.Declined) with { Reason = PaymentReason.Declined }, Attempt(2)));

        var paidOut = Payout(5) with { Version = 2, Step = PayoutStep.Done, CheckAt = null };
        var payoutKey = Request("payout") with { Endpoint = "post /v1/payouts" };
        await CommitAsync(new Write.NewPayout(Payout(5), 0), new Write.ClaimRequest(payoutKey, 5, Noon));
        await CommitAsync(new Write.MovePayout(paidOut, Payout(5), Actor.Merchant), new Write.NewNotice(Notice(5) with { Subject = Checkout.Core.Notices.NoticeSubject.Payout }));
        await archive.Requests.AnswerAsync(payoutKey, 5, 201, [1], Noon);
        await WriteDisputeAsync(store);
    }

    /// <summary>A disputed payment whose charge is asked about, because the end of the dispute was heard of before its beginning.</summary>
    private static async Task WriteDisputeAsync(IPaymentStore store)
    {
        var charge = Attempt(3) with { Captures = true };
        var paying = Payment(3, PaymentStatus.Submitting) with { Attempts = 1 };
        Assert.Equal(Verdict.Done, await store.CommitAsync([New(paying), new Write.NewAttempt(charge)]));
        var paid = paying.MoveTo(PaymentStatus.Captured, PaymentReason.None, Noon) with { CapturedMinor = 2599 };
        var taken = charge with { State = AttemptState.Approved, CheckAt = Noon };
        Assert.Equal(Verdict.Done, await store.CommitAsync([Move(paid), new Write.MoveAttempt(taken, charge)]));
        var disputed = paid.MoveTo(PaymentStatus.Disputed, PaymentReason.None, Noon) with { Dispute = new Dispute(Noon, 2599) };
        Assert.Equal(Verdict.Done, await store.CommitAsync([Move(disputed), new Write.NewNotice(Notice(3) with { Subject = Checkout.Core.Notices.NoticeSubject.Dispute })]));
    }

    private void Plant(string damage)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(Path.Combine(_directory.Path, "checkout.db"), out var db, raw.SQLITE_OPEN_READWRITE, null));
        using (db) Assert.True(raw.sqlite3_exec(db, damage) == raw.SQLITE_OK, raw.sqlite3_errmsg(db).utf8_to_string());
    }

    private async Task<IReadOnlyList<AuditFinding>> AuditAsync()
    {
        await using var archive = new SqliteArchive(_directory.Path, TimeProvider.System);
        List<AuditFinding> findings = [];
        Assert.Equal(archive.Audit.Run(findings.Add), findings.Count);
        return findings;
    }
}
