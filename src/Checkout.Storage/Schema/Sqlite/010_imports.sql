-- Tokens of another system, by which merchants go on naming the cards that moved in.

CREATE TABLE card_word (
    merchant INTEGER NOT NULL,
    word     TEXT NOT NULL,
    card     INTEGER NOT NULL,
    PRIMARY KEY (merchant, word)
) WITHOUT ROWID;
