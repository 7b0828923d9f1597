-- The outbox. A delivered notice is deleted; its id is the merchant's event id and must never come back, hence AUTOINCREMENT.
-- state: 0 waiting, 1 given up.

CREATE TABLE notice (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    merchant INTEGER NOT NULL,
    payment  INTEGER NOT NULL,
    subject  INTEGER NOT NULL,
    refund   INTEGER,
    state    INTEGER NOT NULL DEFAULT 0,
    tries    INTEGER NOT NULL,
    created  INTEGER NOT NULL,
    next_at  INTEGER
);

CREATE INDEX notice_order ON notice (merchant, payment) WHERE state = 0;
CREATE INDEX notice_due ON notice (next_at) WHERE state = 0;

-- What a caller's request key made and was answered (PAY-10). Rows arrive by time, so old days go from the low end of id.
CREATE TABLE request (
    id       INTEGER PRIMARY KEY,
    merchant INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    payment  INTEGER,
    status   INTEGER NOT NULL DEFAULT 0,
    endpoint TEXT NOT NULL,
    key      TEXT NOT NULL,
    mac      BLOB NOT NULL,
    body     BLOB
);

CREATE UNIQUE INDEX request_key ON request (merchant, endpoint, key);
