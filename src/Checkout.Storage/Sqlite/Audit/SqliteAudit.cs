namespace Checkout.Storage.Sqlite;

/// <summary>Goes through the whole archive and tells what breaks the rules of the books. Only reads, also beside a running server.</summary>
public sealed class SqliteAudit
{
    private readonly Readers _readers;
    private readonly (AuditRule Rule, Action<Connection, Action<int, long>> Run)[] _rules;

    internal SqliteAudit(Readers readers)
    {
        _readers = readers;
        _rules =
        [
            Rule("I1", "At most one charge of a payment may be live", AuditSql.TwoLiveCharges),
            Rule("I1", "What counts as paid has an approved charge of its amount", AuditSql.PaidWithoutCharge),
            Rule("I1", "An approved charge belongs to a payment that stands", AuditSql.ChargeWithoutPaid),
            Rule("I1", "Nothing was ever submitted of a payment that is blocked for moderation", AuditSql.ChargedWhileBlocked),
            Rule("I1", "No more is captured than was asked for, and no more given back than captured", AuditSql.MoreThanThereIs),
            Rule("I1", "What is captured is what its attempts took", AuditSql.CapturedOtherwise),
            Rule("I1", "What is given back is the sum of its refunds", AuditSql.RefundedOtherwise),
            Rule("I1", "A refund is carried out by an attempt of its amount", AuditSql.RefundWithoutAttempt),
            Rule("I2", "Every attempt has a name of its own, and its payment knows of it", AuditSql.NamedOtherwise),
            Rule("I2", "Every attempt is counted by its payment", AuditSql.AttemptBeyondPayment),
            Rule("I2", "Captures, cancels and refunds aim at a charge of their payment", AuditSql.AimsAtNothing),
            Rule("I2", "Every payout has a name of its own", AuditSql.PayoutNamedOtherwise, AuditSubject.Payout),
            Rule("I1", "A day's payouts come to what is counted against its limit", AuditSql.PaidOutOtherwise, AuditSubject.Payout),
            Rule("I6", "Every notice that waits tells of a change that was written", AuditSql.NoticeOfNothing),
            Rule("I7", "A token was used as often as attempts with it may have arrived", AuditSql.UsedOtherwise, AuditSubject.SavedCard),
            Rule("I8", "A kept answer is whole and its payment is there", AuditSql.AnswerOfNothing),
            Rule("I9", "The history of every payout has no gaps and leads to where it stands", AuditSql.PayoutHistory, AuditSubject.Payout),
            Rule("I9", "Every payment has a history", AuditSql.PaymentWithoutHistory),
            (new AuditRule("I9", "Its history has no gaps, only legal moves, and leads to where it stands"), EventReplay.Run),
        ];
    }

    public IEnumerable<AuditRule> Rules => _rules.Select(r => r.Rule);

    /// <summary>How many rows of each kind there are to look at.</summary>
    public IReadOnlyList<(string Rows, long Count)> Counts() => _readers.Read<IReadOnlyList<(string, long)>>(db =>
    [
        ("payments", Count(db, AuditSql.CountPayments)), ("attempts", Count(db, AuditSql.CountAttempts)), ("refunds", Count(db, AuditSql.CountRefunds)),
        ("payouts", Count(db, AuditSql.CountPayouts)), ("events", Count(db, AuditSql.CountEvents)), ("saved cards", Count(db, AuditSql.CountCards)), ("notices", Count(db, AuditSql.CountNotices)),
        ("kept answers", Count(db, AuditSql.CountRequests)),
    ]);

    /// <summary>Whether the file itself is sound; else what is wrong with it.</summary>
    public string? Damage() => _readers.Read(db => db.AskPragma("PRAGMA quick_check(1)")) is var said && said == "ok" ? null : said;

    /// <summary>Goes through all rules in their order.</summary>
    /// <param name="found">Called for each finding as it is found.</param>
    /// <returns>How many findings there were.</returns>
    public long Run(Action<AuditFinding> found)
    {
        var findings = 0L;
        foreach (var (rule, run) in _rules)
        {
            _readers.Read(db =>
            {
                run(db, (merchant, number) =>
                {
                    findings++;
                    found(new AuditFinding(rule, merchant, number));
                });
                return true;
            });
        }

        return findings;
    }

    private static (AuditRule Rule, Action<Connection, Action<int, long>> Run) Rule(string code, string sentence, string sql, AuditSubject subject = AuditSubject.Payment) =>
        (new AuditRule(code, sentence, subject), (db, found) => Select(db, sql, found));

    private static void Select(Connection db, string sql, Action<int, long> found)
    {
        using var rows = db.Use(sql);
        while (rows.Read()) found(rows.Int(), rows.Long());
    }

    private static long Count(Connection db, string sql)
    {
        using var rows = db.Use(sql);
        return rows.Read() ? rows.Long() : 0;
    }
}
