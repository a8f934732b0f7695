-- What a run did, told from what the others of its night did: the calls it made, Batch's execution, the version it published.
-- Run 0 holds what was counted before runs were told apart.

ALTER TABLE run ADD COLUMN job_execution_id BIGINT;

ALTER TABLE export_version ADD COLUMN run_id BIGINT;

CREATE TABLE call_count_by_run (
    business_date DATE NOT NULL,
    run_id        BIGINT NOT NULL,
    vendor        VARCHAR(16) NOT NULL,
    call          VARCHAR(16) NOT NULL,
    result        VARCHAR(32) NOT NULL,
    calls         BIGINT NOT NULL,
    total_millis  BIGINT NOT NULL,
    PRIMARY KEY (business_date, run_id, vendor, call, result)
);
INSERT INTO call_count_by_run (business_date, run_id, vendor, call, result, calls, total_millis)
SELECT business_date, 0, vendor, call, result, calls, total_millis FROM call_count;
DROP TABLE call_count;
ALTER TABLE call_count_by_run RENAME TO call_count;
