-- Reruns of parts of a night. A rerun deselects, while it lasts, the items that it leaves alone; at all other times every item is
-- selected. answered_in_run: a definite answer came in this run; retries_before: those counted before a rerun asked again.

ALTER TABLE capture_item ADD COLUMN selected BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE capture_item ADD COLUMN answered_in_run BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE capture_item ADD COLUMN retries_before INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE scan_item ADD COLUMN selected BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE scan_item ADD COLUMN answered_in_run BOOLEAN DEFAULT FALSE NOT NULL;

-- The rerun of a night that has not run to its end, by the hash of what it selects.
CREATE TABLE night_rerun (
    business_date DATE PRIMARY KEY,
    selection     VARCHAR(64) NOT NULL
);

-- What the work list of a night was read from.
CREATE TABLE night_input (
    business_date DATE NOT NULL,
    source        VARCHAR(300) NOT NULL,
    location      VARCHAR NOT NULL,
    sha256        VARCHAR(64) NOT NULL,
    row_count     INTEGER NOT NULL,
    duplicates    INTEGER NOT NULL,
    quarantined   INTEGER NOT NULL,
    PRIMARY KEY (business_date, source)
);

-- A guid links the captures of nights from the one on which it was told; a later night must not change an earlier one.
ALTER TABLE scan_guid ADD COLUMN known_on DATE DEFAULT DATE '1970-01-01' NOT NULL;
