-- Charges that came to nothing are asked about for three days more; what turns up is taken back by attempts of their own.

-- When it came to nothing; NULL: it did not, or the upstream proved that it never acts. The next question stands in check_at.
ALTER TABLE attempt ADD COLUMN ended INTEGER;

-- 1: a cancel or refund that takes back a charge no payment stands for.
ALTER TABLE attempt ADD COLUMN undoes INTEGER NOT NULL DEFAULT 0;
