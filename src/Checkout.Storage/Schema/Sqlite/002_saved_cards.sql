-- Remembered cards. The three sealed columns are set NULL when a card is cancelled or removed; secure_delete overwrites the bytes.

CREATE TABLE saved_card (
    id          INTEGER PRIMARY KEY,
    merchant    INTEGER NOT NULL,
    number      INTEGER NOT NULL CHECK (number > 0),
    check_value INTEGER NOT NULL,
    made_in     INTEGER NOT NULL,
    state       INTEGER NOT NULL,
    uses        INTEGER NOT NULL CHECK (uses >= 0),
    created     INTEGER NOT NULL,
    last_used   INTEGER,
    shopper     TEXT,
    face        TEXT NOT NULL,
    consent     TEXT,
    fingerprint BLOB NOT NULL,
    epoch       INTEGER,
    wrapped_key BLOB,
    ciphertext  BLOB
);

CREATE UNIQUE INDEX saved_card_number ON saved_card (merchant, number);
CREATE INDEX saved_card_shopper ON saved_card (merchant, shopper) WHERE shopper IS NOT NULL AND state = 1;

-- Who opened a sealed number, when, and why (VLT-10). Only appended.
CREATE TABLE card_opening (
    id        INTEGER PRIMARY KEY,
    merchant  INTEGER NOT NULL,
    card      INTEGER NOT NULL,
    payment   INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    reference TEXT NOT NULL
);
