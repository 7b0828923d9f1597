-- When a payment's money was taken, in milliseconds UTC; null for those that were paid before this was written down.

ALTER TABLE payment ADD COLUMN paid INTEGER;
