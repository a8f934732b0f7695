-- A night whose scans several processes derive, share by share: of each the scans from behind one id up to another, in pages. What
-- stands here is of the export that is being built, and goes when its rows are whole. Used on PostgreSQL alone.

-- Scans that a process derived; its times and slices are those of the collection, where it took part in that.
ALTER TABLE run_worker ADD COLUMN derived BIGINT DEFAULT 0 NOT NULL;

-- token: of the run's lease; message: why the run is to fail, if it is.
CREATE TABLE night_share (
    export_id     INTEGER NOT NULL,
    share         INTEGER NOT NULL,
    business_date DATE NOT NULL,
    run_id        BIGINT NOT NULL,
    token         BIGINT NOT NULL,
    after_scan_id BIGINT NOT NULL,
    last_scan_id  BIGINT NOT NULL,
    scans         BIGINT NOT NULL,
    message       VARCHAR(2000),
    PRIMARY KEY (export_id, share)
);

-- What was written in one transaction. gzip: the lines of reconciled_items.csv; figures: a line each, name=number.
CREATE TABLE share_page (
    export_id     INTEGER NOT NULL,
    share         INTEGER NOT NULL,
    after_scan_id BIGINT NOT NULL,
    last_scan_id  BIGINT NOT NULL,
    scans         BIGINT NOT NULL,
    row_count     BIGINT NOT NULL,
    next_row_id   BIGINT NOT NULL,
    figures       VARCHAR NOT NULL,
    gzip          compressed_body NOT NULL,
    PRIMARY KEY (export_id, share, after_scan_id)
);

-- Of which breaks a scan tells whether they are there: of all of its place (gtin is empty), or of one that was open.
CREATE TABLE share_place (
    export_id INTEGER NOT NULL,
    place     VARCHAR NOT NULL,
    gtin      VARCHAR(14) NOT NULL,
    scan_id   BIGINT NOT NULL,
    PRIMARY KEY (export_id, place, gtin, scan_id)
);

-- A row of tonight with a break verdict. opens: whether it opens a break, where none is open.
CREATE TABLE share_sighting (
    export_id    INTEGER NOT NULL,
    place        VARCHAR NOT NULL,
    gtin         VARCHAR(14) NOT NULL,
    scan_id      BIGINT NOT NULL,
    store_id     VARCHAR,
    section      VARCHAR,
    product_name VARCHAR,
    verdict      VARCHAR(32) NOT NULL,
    opens        BOOLEAN NOT NULL,
    PRIMARY KEY (export_id, place, gtin, scan_id)
);
