-- What a provider calls its service for cards, where that is not the usual name.

ALTER TABLE provider_account ADD COLUMN service TEXT;
