-- Tokens of another system, by which merchants go on naming the cards that moved in. They are often a provider's own, which we seal elsewhere, so
-- only their keyed fingerprint is kept.

CREATE TABLE card_word (
    merchant INTEGER NOT NULL,
    word     BLOB NOT NULL,
    card     INTEGER NOT NULL,
    PRIMARY KEY (merchant, word)
) WITHOUT ROWID;
