namespace Checkout.Storage.Sqlite;

/// <summary>
/// What breaks the rules, as statements that select merchant and number. Numbers of enums: attempt kinds 0 authorise, 1 capture, 3 refund,
/// 4 verify; attempt states 4 approved, 5 declined, 6 cancelled, 7 proven dead; statuses and reasons as in their C# types.
/// </summary>
internal static class AuditSql
{
    public const string TwoLiveCharges =
        "SELECT merchant, payment FROM attempt WHERE kind = 0 AND state NOT IN (5, 6, 7) GROUP BY merchant, payment HAVING COUNT(*) > 1";

    // What was imported (actor 5) was charged, captured and given back elsewhere.
    private const string IsOurs =
        "NOT EXISTS (SELECT 1 FROM payment_event i WHERE i.merchant = p.merchant AND i.payment = p.number AND i.version = 1 AND i.actor = 5) ";

    // A payment that stands: Authorized to QueuedForCancel without those that end, refunded ones, and disputes.
    public const string PaidWithoutCharge =
        "SELECT p.merchant, p.number FROM payment p WHERE p.purpose = 0 AND p.status IN (5, 6, 7, 8, 9, 10, 11, 16, 17, 18, 19, 20, 21) AND " + IsOurs + "AND NOT EXISTS " +
        "(SELECT 1 FROM attempt a WHERE a.merchant = p.merchant AND a.payment = p.number AND a.kind = 0 AND a.state = 4 AND a.amount = p.amount AND a.currency = p.currency)";

    // Only a capture that came too late leaves an approved charge behind a failed payment: the bank has let it go.
    public const string ChargeWithoutPaid =
        "SELECT p.merchant, p.number FROM attempt a JOIN payment p ON p.merchant = a.merchant AND p.number = a.payment " +
        "WHERE a.kind = 0 AND a.state = 4 AND (p.status IN (0, 1, 2, 4, 12, 15) OR (p.status = 14 AND p.reason <> 19))";

    public const string ChargedWhileBlocked = "SELECT merchant, number FROM payment WHERE blocked <> 0 AND attempts > 0";

    public const string MoreThanThereIs =
        "SELECT merchant, number FROM payment WHERE captured < 0 OR refunded < 0 OR refund_open < 0 OR captured > amount OR refunded + refund_open > captured";

    // What was taken: by the charge itself (reason 0, or 26 when it was adopted late) unless its capture is on the way (6, 7), or by a
    // capture of its own. A charge may also be asked about for its dispute.
    public const string CapturedOtherwise =
        "SELECT p.merchant, p.number FROM payment p WHERE p.purpose = 0 AND p.status <> 24 AND " + IsOurs + "AND p.captured <> " +
        "(SELECT COALESCE(SUM(a.amount), 0) FROM attempt a WHERE a.merchant = p.merchant AND a.payment = p.number AND a.state = 4 AND a.undoes = 0 " +
        "AND ((a.kind = 0 AND a.captures = 1 AND a.reason IN (0, 26) AND p.status NOT IN (6, 7)) OR (a.kind = 1 AND a.check_at IS NULL)))";

    public const string RefundedOtherwise =
        "SELECT p.merchant, p.number FROM payment p WHERE (p.refunded, p.refund_open) <> " +
        "(SELECT COALESCE(SUM(CASE WHEN r.state = 1 THEN r.amount END), 0), COALESCE(SUM(CASE WHEN r.state = 0 THEN r.amount END), 0) " +
        "FROM refund r INDEXED BY refund_payment WHERE r.merchant = p.merchant AND r.payment = p.number)";

    public const string RefundWithoutAttempt =
        "SELECT r.merchant, r.payment FROM refund r WHERE r.attempt IS NOT NULL AND NOT EXISTS " +
        "(SELECT 1 FROM attempt a WHERE a.merchant = r.merchant AND a.payment = r.payment AND a.number = r.attempt AND a.kind = 3 AND a.amount = r.amount)";

    public const string NamedOtherwise =
        "SELECT merchant, payment FROM attempt WHERE instr(reference, merchant || '-' || payment || '-' || number || '-') <> 1";

    public const string AimsAtNothing =
        "SELECT a.merchant, a.payment FROM attempt a WHERE (a.kind IN (1, 2, 3) OR a.undoes = 1) AND NOT EXISTS " +
        "(SELECT 1 FROM attempt t WHERE t.merchant = a.merchant AND t.payment = a.payment AND t.kind = 0 AND t.reference = a.target)";

    public const string AttemptBeyondPayment =
        "SELECT a.merchant, a.payment FROM attempt a LEFT JOIN payment p ON p.merchant = a.merchant AND p.number = a.payment WHERE p.number IS NULL OR a.number > p.attempts";

    // A notice of a payment (0) or its dispute (3) is made in the commit of a change, and a refund's (1) belongs to a refund.
    public const string NoticeOfNothing =
        "SELECT n.merchant, n.payment FROM notice n WHERE (n.subject IN (0, 3) AND NOT EXISTS " +
        "(SELECT 1 FROM payment_event e WHERE e.merchant = n.merchant AND e.payment = n.payment AND e.at = n.created)) OR (n.subject = 1 AND NOT EXISTS " +
        "(SELECT 1 FROM refund r WHERE r.merchant = n.merchant AND r.number = n.refund AND r.payment = n.payment)) OR (n.subject = 2 AND NOT EXISTS " +
        "(SELECT 1 FROM payout_event e WHERE e.merchant = n.merchant AND e.payout = n.payment AND e.at = n.created))";

    // Given back were only uses that never arrived (7 with reason 21) and those of a card that did not open (5 with reason 17).
    public const string UsedOtherwise =
        "SELECT c.merchant, c.number FROM saved_card c LEFT JOIN (SELECT merchant, saved_card, COUNT(*) AS uses FROM attempt " +
        "WHERE uses_token = 1 AND target IS NULL AND kind IN (0, 4) AND NOT (state = 7 AND reason = 21) AND NOT (state = 5 AND reason = 17) " +
        "GROUP BY merchant, saved_card) a ON a.merchant = c.merchant AND a.saved_card = c.number WHERE c.uses <> COALESCE(a.uses, 0)";

    public const string AnswerOfNothing =
        "SELECT r.merchant, COALESCE(r.payment, 0) FROM request r WHERE (r.body IS NULL) <> (r.status = 0) OR (r.payment IS NOT NULL AND NOT EXISTS " +
        "(SELECT 1 FROM payment p WHERE p.merchant = r.merchant AND p.number = r.payment) AND NOT (r.endpoint LIKE '%/payouts' AND EXISTS " +
        "(SELECT 1 FROM payout p WHERE p.merchant = r.merchant AND p.number = r.payment)))";

    public const string PayoutNamedOtherwise = "SELECT merchant, number FROM payout WHERE instr(upstream_reference, merchant || '-' || number || '-p-') <> 1";

    // Declined (4) and proven dead (5) are not counted.
    public const string PaidOutOtherwise =
        "SELECT p.merchant, MAX(p.number) FROM payout p GROUP BY p.merchant, p.created / 86400000, p.currency HAVING SUM(CASE WHEN p.step IN (4, 5) THEN 0 ELSE p.amount END) <> " +
        "COALESCE((SELECT d.paid FROM payout_day d WHERE d.merchant = p.merchant AND d.day = p.created / 86400000 AND d.currency = p.currency), 0)";

    // There is an event for each version, and the last one is where it stands.
    public const string PayoutHistory =
        "SELECT p.merchant, p.number FROM payout p WHERE p.version <> (SELECT COUNT(*) FROM payout_event e WHERE e.merchant = p.merchant AND e.payout = p.number) " +
        "OR NOT EXISTS (SELECT 1 FROM payout_event l WHERE l.merchant = p.merchant AND l.payout = p.number AND l.version = p.version AND l.step = p.step AND l.reason = p.reason)";

    public const string PaymentWithoutHistory =
        "SELECT p.merchant, p.number FROM payment p WHERE NOT EXISTS (SELECT 1 FROM payment_event e WHERE e.merchant = p.merchant AND e.payment = p.number)";

    public const string History =
        "SELECT e.merchant, e.payment, e.version, e.status, e.reason, e.actor, p.version, p.status, p.reason FROM payment_event e " +
        "LEFT JOIN payment p ON p.merchant = e.merchant AND p.number = e.payment ORDER BY e.merchant, e.payment, e.version";

    public const string CountPayments = "SELECT COUNT(*) FROM payment";

    public const string CountAttempts = "SELECT COUNT(*) FROM attempt";

    public const string CountRefunds = "SELECT COUNT(*) FROM refund";

    public const string CountPayouts = "SELECT COUNT(*) FROM payout";

    public const string CountEvents = "SELECT COUNT(*) FROM payment_event";

    public const string CountCards = "SELECT COUNT(*) FROM saved_card";

    public const string CountNotices = "SELECT COUNT(*) FROM notice";

    public const string CountRequests = "SELECT COUNT(*) FROM request";
}
