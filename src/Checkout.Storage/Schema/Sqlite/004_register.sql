-- The register of merchants, the blocks of numbers they were given, and facts of the installation itself.

CREATE TABLE merchant (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    is_sandbox INTEGER NOT NULL,
    settings   TEXT NOT NULL,
    version    INTEGER NOT NULL
);

CREATE TABLE merchant_key (
    id       INTEGER PRIMARY KEY,
    merchant INTEGER NOT NULL REFERENCES merchant (id),
    kind     INTEGER NOT NULL,
    hash     BLOB NOT NULL,
    sealed   BLOB NOT NULL,
    created  INTEGER NOT NULL
);

CREATE INDEX merchant_key_owner ON merchant_key (merchant, kind);

-- One row: it grows with every change to any merchant, so that running servers notice.
CREATE TABLE register (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
);

INSERT INTO register (id, version) VALUES (1, 1);

-- next: the first number that nobody was given yet.
CREATE TABLE number_block (
    merchant INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    next     INTEGER NOT NULL,
    PRIMARY KEY (merchant, kind)
) WITHOUT ROWID;

CREATE TABLE setting (
    room  TEXT NOT NULL,
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (room, name)
) WITHOUT ROWID;
