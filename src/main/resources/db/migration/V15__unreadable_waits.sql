-- Of the calls, those whose answer asked for a pause in words that cannot be read.

ALTER TABLE call_count ADD COLUMN unreadable_waits BIGINT DEFAULT 0 NOT NULL;
