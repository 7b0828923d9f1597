-- What connectors remember for themselves: a file of its own with commits of its own, as a real provider would keep it on its side.

CREATE TABLE page (
    id       INTEGER PRIMARY KEY,
    merchant INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    key      TEXT NOT NULL,
    grp      TEXT NOT NULL,
    text     BLOB NOT NULL
);

CREATE UNIQUE INDEX page_key ON page (merchant, key);
CREATE INDEX page_group ON page (merchant, grp);
