-- When a refund was done or came to nothing, in milliseconds UTC; null while it is open, and for those that ended before this was written down.

ALTER TABLE refund ADD COLUMN ended INTEGER;
