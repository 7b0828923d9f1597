-- The dispute of a payment, as JSON: when it was raised and how much of the payment it is about. Where it stands is the payment's status.

ALTER TABLE payment ADD COLUMN dispute TEXT;
