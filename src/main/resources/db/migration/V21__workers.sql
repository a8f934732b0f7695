-- Work that processes on several machines share. scheduled_tasks has the columns and indexes of db-scheduler's own script for
-- PostgreSQL (16.12.0); version is raised by each taking and each giving back, and not by a sign of life.

CREATE TABLE scheduled_tasks (
    task_name            VARCHAR NOT NULL,
    task_instance        VARCHAR NOT NULL,
    task_data            ${blob},
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            VARCHAR,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT NOT NULL,
    priority             INTEGER,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time);
CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
CREATE INDEX priority_execution_time_idx ON scheduled_tasks (priority DESC, execution_time ASC);

-- Who takes part, those included that have no task in hand. kinds: what it can run, parted by spaces; done, per_minute: in a
-- unit of its own.
CREATE TABLE engine_member (
    name       VARCHAR(50) PRIMARY KEY,
    host       VARCHAR(255) NOT NULL,
    pid        BIGINT NOT NULL,
    kinds      VARCHAR NOT NULL,
    threads    INTEGER NOT NULL,
    since      TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    done       BIGINT NOT NULL,
    per_minute BIGINT NOT NULL
);

-- What a run's collection asks of those who take part in it, and why it is to fail, if it is. deadline: by the database's clock.
CREATE TABLE collection (
    business_date DATE PRIMARY KEY,
    token         BIGINT NOT NULL,
    run_id        BIGINT NOT NULL,
    deadline      TIMESTAMP WITH TIME ZONE NOT NULL,
    max_retries   INTEGER NOT NULL,
    reason        VARCHAR(32),
    message       VARCHAR(2000)
);

-- What each process did in a run that was shared. items: those whose answers it stored, each as often as it did.
CREATE TABLE run_worker (
    business_date DATE NOT NULL,
    run_id        BIGINT NOT NULL,
    worker        VARCHAR(50) NOT NULL,
    host          VARCHAR(255) NOT NULL,
    from_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    to_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    slices        BIGINT NOT NULL,
    items         BIGINT NOT NULL,
    PRIMARY KEY (run_id, worker)
);

-- The items of a night in 64 parts, each for one process at a time. The database computes it, so that no insert can forget it.
-- What falls into one part is no matter, as long as the parts are alike in size: ids of scans may be consecutive or any
-- number apart, so they are multiplied first; ids of captures are random.
ALTER TABLE scan_item ADD COLUMN bucket INTEGER
    GENERATED ALWAYS AS (CAST(MOD(MOD(ABS(scan_id), 16777213) * 2654435761 / 65536, 64) AS INTEGER)) ${stored};
ALTER TABLE capture_item ADD COLUMN bucket INTEGER
    GENERATED ALWAYS AS (MOD(
        COALESCE(ASCII(SUBSTRING(capture_id FROM 22 FOR 1)), 0) + 3 * COALESCE(ASCII(SUBSTRING(capture_id FROM 21 FOR 1)), 0)
            + 7 * COALESCE(ASCII(SUBSTRING(capture_id FROM 20 FOR 1)), 0), 64)) ${stored};

${on-postgresql}CREATE INDEX capture_item_open ON capture_item (business_date, bucket, queue, due_at, list_order) WHERE queue < 9;
${on-postgresql}CREATE INDEX scan_item_open ON scan_item (business_date, bucket, queue, due_at, scan_id) WHERE queue < 9;
