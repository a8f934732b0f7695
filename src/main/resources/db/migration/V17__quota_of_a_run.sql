-- What a run left of Closient's day: the most calls that the ledger allowed (0: no limit), and those that were left at its
-- end. Both empty of a run without an end, and of one by an earlier release; the second where there is no limit.

ALTER TABLE run ADD COLUMN quota_limit BIGINT;
ALTER TABLE run ADD COLUMN quota_left BIGINT;
