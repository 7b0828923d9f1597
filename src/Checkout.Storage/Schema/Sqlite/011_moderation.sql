-- A payment that nothing may be charged for before the merchant has accepted it. The word takes the block off; an end leaves it as it is.

ALTER TABLE payment ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1));
