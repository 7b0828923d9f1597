-- Payments and what belongs to them. Rows lie in the order they arrive (id); merchants know a row by (merchant, number).
-- Times are Unix milliseconds, amounts are minor units, enums are the numbers of their C# type.

CREATE TABLE payment (
    id            INTEGER PRIMARY KEY,
    merchant      INTEGER NOT NULL,
    number        INTEGER NOT NULL CHECK (number BETWEEN 1 AND 2147483647),
    dialect       INTEGER NOT NULL,
    is_test       INTEGER NOT NULL,
    purpose       INTEGER NOT NULL,
    status        INTEGER NOT NULL,
    reason        INTEGER NOT NULL,
    version       INTEGER NOT NULL CHECK (version > 0),
    need          INTEGER NOT NULL,
    capture_now   INTEGER NOT NULL,
    three_d_secure INTEGER NOT NULL,
    keep_card     INTEGER NOT NULL,
    show_token    INTEGER NOT NULL,
    tries         INTEGER NOT NULL,
    wrong_codes   INTEGER NOT NULL,
    attempts      INTEGER NOT NULL,
    amount        INTEGER NOT NULL,
    captured      INTEGER NOT NULL,
    refunded      INTEGER NOT NULL,
    refund_open   INTEGER NOT NULL,
    saved_card    INTEGER,
    saved_card_check INTEGER,
    link_check    INTEGER NOT NULL,
    created       INTEGER NOT NULL,
    payable_until INTEGER,
    changed       INTEGER NOT NULL,
    notified      INTEGER,
    currency      TEXT NOT NULL,
    reference     TEXT NOT NULL,
    shopper       TEXT,
    return_url    TEXT,
    upstream_id   TEXT,
    card          TEXT,
    fraud         TEXT,
    details       TEXT NOT NULL,
    -- Whatever the code above believes, no more goes back than came in (PAY-8).
    CHECK (refunded >= 0 AND refund_open >= 0 AND refunded + refund_open <= captured AND captured <= amount)
);

CREATE UNIQUE INDEX payment_number ON payment (merchant, number);
CREATE UNIQUE INDEX payment_reference ON payment (merchant, dialect, is_test, reference);
CREATE INDEX payment_lapsing ON payment (payable_until) WHERE status = 0 AND payable_until IS NOT NULL;

CREATE TABLE attempt (
    id          INTEGER PRIMARY KEY,
    merchant    INTEGER NOT NULL,
    payment     INTEGER NOT NULL,
    number      INTEGER NOT NULL CHECK (number > 0),
    kind        INTEGER NOT NULL,
    state       INTEGER NOT NULL,
    reason      INTEGER NOT NULL,
    captures    INTEGER NOT NULL,
    uses_token  INTEGER NOT NULL,
    keeps_card  INTEGER NOT NULL,
    checks      INTEGER NOT NULL,
    amount      INTEGER NOT NULL,
    saved_card  INTEGER,
    submitted   INTEGER NOT NULL,
    check_at    INTEGER,
    currency    TEXT NOT NULL,
    connector   TEXT NOT NULL,
    reference   TEXT NOT NULL,
    target      TEXT,
    upstream_id TEXT,
    card        TEXT,
    redirect    TEXT,
    FOREIGN KEY (merchant, payment) REFERENCES payment (merchant, number)
);

CREATE UNIQUE INDEX attempt_number ON attempt (merchant, payment, number);
-- PAY-4: of the authorise attempts of a payment at most one is not Declined (5), CancelConfirmed (6) or ProvenDead (7).
CREATE UNIQUE INDEX attempt_one_charge ON attempt (merchant, payment) WHERE kind = 0 AND state NOT IN (5, 6, 7);
CREATE INDEX attempt_check ON attempt (check_at) WHERE check_at IS NOT NULL;

-- The history. Small rows that are only ever appended next to their payment's: the key alone is the table.
CREATE TABLE payment_event (
    merchant INTEGER NOT NULL,
    payment  INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    status   INTEGER NOT NULL,
    reason   INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (merchant, payment, version)
) WITHOUT ROWID;

CREATE TABLE refund (
    id          INTEGER PRIMARY KEY,
    merchant    INTEGER NOT NULL,
    number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 2147483647),
    payment     INTEGER NOT NULL,
    state       INTEGER NOT NULL,
    reason      INTEGER NOT NULL,
    attempt     INTEGER,
    amount      INTEGER NOT NULL,
    created     INTEGER NOT NULL,
    currency    TEXT NOT NULL,
    reference   TEXT NOT NULL,
    originator_reference TEXT,
    description TEXT,
    statement_descriptor TEXT,
    FOREIGN KEY (merchant, payment) REFERENCES payment (merchant, number)
);

CREATE UNIQUE INDEX refund_number ON refund (merchant, number);
CREATE UNIQUE INDEX refund_reference ON refund (merchant, reference);
CREATE INDEX refund_payment ON refund (merchant, payment);
