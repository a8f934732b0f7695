-- How long the calls of a kind and result took together; 0 for those that were counted before this was measured.

ALTER TABLE call_count ADD COLUMN total_millis BIGINT DEFAULT 0 NOT NULL;
