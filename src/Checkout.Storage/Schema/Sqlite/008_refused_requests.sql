-- Requests that made nothing, as they were answered. Rows arrive by time, so old ones go from the low end of id.

CREATE TABLE refused_request (
    id       INTEGER PRIMARY KEY,
    merchant INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    answer   BLOB NOT NULL
);

CREATE UNIQUE INDEX refused_request_number ON refused_request (merchant, number);
