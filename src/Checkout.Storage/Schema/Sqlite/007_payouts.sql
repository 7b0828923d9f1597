-- Money that goes to cards. A row is the merchant's order and the intent of its single operation.
-- step: 0 submitting, 1 unknown, 2 requested, 3 done, 4 declined, 5 proven dead, 6 needs an operator.

CREATE TABLE payout (
    id          INTEGER PRIMARY KEY,
    merchant    INTEGER NOT NULL,
    number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 2147483647),
    version     INTEGER NOT NULL CHECK (version > 0),
    step        INTEGER NOT NULL,
    reason      INTEGER NOT NULL,
    checks      INTEGER NOT NULL,
    amount      INTEGER NOT NULL CHECK (amount > 0),
    saved_card  INTEGER,
    created     INTEGER NOT NULL,
    changed     INTEGER NOT NULL,
    check_at    INTEGER,
    ended       INTEGER,
    notified    INTEGER,
    currency    TEXT NOT NULL,
    reference   TEXT NOT NULL,
    connector   TEXT NOT NULL,
    upstream_reference TEXT NOT NULL,
    upstream_id TEXT,
    card        TEXT NOT NULL,
    details     TEXT NOT NULL
);

CREATE UNIQUE INDEX payout_number ON payout (merchant, number);
CREATE UNIQUE INDEX payout_reference ON payout (merchant, reference);
CREATE INDEX payout_check ON payout (check_at) WHERE check_at IS NOT NULL;

CREATE TABLE payout_event (
    merchant INTEGER NOT NULL,
    payout   INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    step     INTEGER NOT NULL,
    reason   INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (merchant, payout, version)
) WITHOUT ROWID;

-- What a merchant's payouts of a day (UTC, days since 1970) that have not failed come to: the daily limit is one conditional update of it.
CREATE TABLE payout_day (
    merchant INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    currency TEXT NOT NULL,
    paid     INTEGER NOT NULL CHECK (paid >= 0),
    PRIMARY KEY (merchant, day, currency)
) WITHOUT ROWID;
