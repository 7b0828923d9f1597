-- Merchants' accounts with providers, what those gave for the cards they keep, and the names browsers know payments by.

CREATE TABLE provider_account (
    id          INTEGER PRIMARY KEY,
    merchant    INTEGER NOT NULL REFERENCES merchant (id),
    number      INTEGER NOT NULL CHECK (number > 0),
    kind        INTEGER NOT NULL,
    entry       INTEGER NOT NULL,
    is_test     INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    is_retired  INTEGER NOT NULL,
    url         TEXT NOT NULL,
    cardgate_url TEXT,
    account     TEXT NOT NULL,
    key         BLOB NOT NULL,
    secret      BLOB
);

CREATE UNIQUE INDEX provider_account_number ON provider_account (merchant, number);

-- Sealed words; they go with their card.
CREATE TABLE provider_token (
    id        INTEGER PRIMARY KEY,
    merchant  INTEGER NOT NULL,
    card      INTEGER NOT NULL,
    created   INTEGER NOT NULL,
    connector TEXT NOT NULL,
    token     BLOB NOT NULL
);

CREATE UNIQUE INDEX provider_token_card ON provider_token (merchant, card, connector);

-- Words a dialect fixes the form of. They are made by chance, so that their key alone is the table and needs no merchant.
CREATE TABLE public_id (
    word     TEXT PRIMARY KEY,
    merchant INTEGER NOT NULL,
    payment  INTEGER NOT NULL
) WITHOUT ROWID;

-- What was agreed about a card that only the upstream sees.
ALTER TABLE attempt ADD COLUMN consent TEXT;

-- Test cards pay test payments only. What a sandbox has kept so far are test cards.
ALTER TABLE saved_card ADD COLUMN is_test INTEGER NOT NULL DEFAULT 0;
UPDATE saved_card SET is_test = 1 WHERE merchant IN (SELECT id FROM merchant WHERE is_sandbox = 1);
