-- PostgreSQL keeps microseconds. Where a vendor's time has more digits, the nanoseconds of its second stand beside it.

ALTER TABLE scan_row ADD COLUMN scan_timestamp_nanos INTEGER;
ALTER TABLE scan_row ADD COLUMN created_nanos INTEGER;
ALTER TABLE capture_row ADD COLUMN created_nanos INTEGER;
ALTER TABLE capture_row ADD COLUMN processed_at_nanos INTEGER;
