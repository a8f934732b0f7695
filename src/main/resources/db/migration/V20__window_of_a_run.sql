-- The calls in flight to Pensa that a run's window allowed, where it finds them itself: at the end of its collection, at the
-- least, at the most. Empty of a run by a fixed number, of one that did not get so far, and of one by an earlier release.

ALTER TABLE run ADD COLUMN window_last INTEGER;
ALTER TABLE run ADD COLUMN window_least INTEGER;
ALTER TABLE run ADD COLUMN window_most INTEGER;
