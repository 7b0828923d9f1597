-- The bank's challenge that the shopper passed with the payment's card, as JSON: what the upstream told of it.

ALTER TABLE payment ADD COLUMN challenge TEXT;
