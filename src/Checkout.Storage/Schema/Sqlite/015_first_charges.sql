-- The charge with which a saved card was proved, as JSON: our name for it and the upstream's. Null for cards that wait, were imported, or are older than this.

ALTER TABLE saved_card ADD COLUMN first_charge TEXT;
