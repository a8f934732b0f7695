-- The night: its lease, its work, its evidence. Portable SQL for H2 and PostgreSQL.

CREATE DOMAIN compressed_body AS ${blob};

CREATE TABLE run_lease (
    name            VARCHAR(32) PRIMARY KEY,
    token           BIGINT NOT NULL,
    host            VARCHAR(255) NOT NULL,
    pid             BIGINT NOT NULL,
    process_started TIMESTAMP WITH TIME ZONE NOT NULL,
    business_date   DATE NOT NULL,
    heartbeat_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    held            BOOLEAN NOT NULL
);

CREATE TABLE run (
    run_id        BIGINT PRIMARY KEY,
    business_date DATE NOT NULL,
    started_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at      TIMESTAMP WITH TIME ZONE,
    exit_code     INTEGER,
    message       VARCHAR(2000)
);
CREATE INDEX run_by_date ON run (business_date, run_id);

CREATE TABLE evidence_body (
    sha256 VARCHAR(64) PRIMARY KEY,
    bytes  BIGINT NOT NULL,
    gzip   compressed_body NOT NULL
);

CREATE TABLE evidence (
    business_date DATE NOT NULL,
    vendor        VARCHAR(16) NOT NULL,
    call          VARCHAR(16) NOT NULL,
    subject       VARCHAR(64) NOT NULL,
    at            TIMESTAMP WITH TIME ZONE NOT NULL,
    http_status   INTEGER NOT NULL,
    sha256        VARCHAR(64) NOT NULL
);
CREATE INDEX evidence_by_subject ON evidence (subject, vendor);

CREATE TABLE call_count (
    business_date DATE NOT NULL,
    vendor        VARCHAR(16) NOT NULL,
    call          VARCHAR(16) NOT NULL,
    result        VARCHAR(32) NOT NULL,
    calls         BIGINT NOT NULL,
    PRIMARY KEY (business_date, vendor, call, result)
);

CREATE TABLE set_aside (
    business_date DATE NOT NULL,
    source        VARCHAR(300) NOT NULL,
    position      VARCHAR(300) NOT NULL,
    column_name   VARCHAR(300),
    subject_id    VARCHAR(300),
    code          VARCHAR(32) NOT NULL,
    detail        VARCHAR NOT NULL,
    raw           VARCHAR NOT NULL,
    PRIMARY KEY (business_date, source, position)
);

-- One row a capture and night. queue: 0 started, 1 new and its scan is asked about tonight, 2 new, 9 nothing to do.
-- nights_waited: the nights before on which it waited in vain to be linked; waits: tonight is one more.
CREATE TABLE capture_item (
    business_date   DATE NOT NULL,
    capture_id      VARCHAR(22) NOT NULL,
    scan_id         BIGINT,
    store_id        VARCHAR(255),
    listed          BOOLEAN NOT NULL,
    first_night     DATE NOT NULL,
    nights_waited   INTEGER NOT NULL,
    phase           VARCHAR(16) NOT NULL,
    ending          VARCHAR(16),
    retries         INTEGER NOT NULL,
    lost_retries    INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    polls           INTEGER NOT NULL,
    asked           BOOLEAN NOT NULL,
    answered        BOOLEAN NOT NULL,
    asked_in_run    BOOLEAN NOT NULL,
    deferred        BOOLEAN NOT NULL,
    queue           INTEGER NOT NULL,
    due_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    list_order      BIGINT NOT NULL,
    answer_sha256   VARCHAR(64),
    error_sha256    VARCHAR(64),
    linked_scan_id  BIGINT,
    match_method    VARCHAR(16),
    outcome         VARCHAR(24),
    waits           BOOLEAN NOT NULL,
    carried         BOOLEAN NOT NULL,
    PRIMARY KEY (business_date, capture_id)
);
CREATE INDEX capture_item_queue ON capture_item (business_date, queue, due_at, list_order);
CREATE INDEX capture_item_by_capture ON capture_item (capture_id, business_date);
CREATE INDEX capture_item_linked ON capture_item (linked_scan_id, capture_id);

-- One row a scan and night. queue: 0 report due, 1 status due, 9 nothing to do.
-- nights_waited: the nights before on which it was unknown to the vendor; nights_asked: tonight included.
CREATE TABLE scan_item (
    business_date DATE NOT NULL,
    scan_id       BIGINT NOT NULL,
    store_id      VARCHAR(255),
    section       VARCHAR(255),
    listed        BOOLEAN NOT NULL,
    reopened      BOOLEAN NOT NULL,
    first_night   DATE NOT NULL,
    nights_waited INTEGER NOT NULL,
    nights_asked  INTEGER NOT NULL,
    phase         VARCHAR(16) NOT NULL,
    ending        VARCHAR(16),
    attempts      INTEGER NOT NULL,
    polls         INTEGER NOT NULL,
    asked         BOOLEAN NOT NULL,
    present       BOOLEAN NOT NULL,
    missing       BOOLEAN NOT NULL,
    answered      BOOLEAN NOT NULL,
    asked_in_run  BOOLEAN NOT NULL,
    queue         INTEGER NOT NULL,
    due_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    status_sha256 VARCHAR(64),
    report_sha256 VARCHAR(64),
    outcome       VARCHAR(24),
    carried       BOOLEAN NOT NULL,
    PRIMARY KEY (business_date, scan_id)
);
CREATE INDEX scan_item_queue ON scan_item (business_date, queue, due_at, scan_id);
CREATE INDEX scan_item_by_scan ON scan_item (scan_id, business_date);

CREATE TABLE scan_guid (
    guid    VARCHAR NOT NULL,
    scan_id BIGINT NOT NULL,
    PRIMARY KEY (guid, scan_id)
);

-- A night whose results were published once; what another one left behind is carried whole to the next night.
CREATE TABLE published_night (
    business_date DATE PRIMARY KEY
);
