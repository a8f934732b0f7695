-- The figures of each published night, which outlive its rows and files: trends are drawn from them. One row a kind and name;
-- what occurs not once has no row. Of nights by earlier releases coverage and quota are not known.

CREATE TABLE night_count (
    business_date DATE NOT NULL,
    kind          VARCHAR(16) NOT NULL,
    name          VARCHAR(64) NOT NULL,
    counted       BIGINT NOT NULL,
    PRIMARY KEY (business_date, kind, name)
);

INSERT INTO night_count (business_date, kind, name, counted)
SELECT business_date, 'NIGHT', 'VERSION', version FROM export_version WHERE state = 'PUBLISHED';

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'VERDICT', item.verdict, COUNT(*)
FROM export_version version
JOIN reconciled_scan rows_of ON rows_of.export_id = version.export_id
JOIN reconciled_item_row item ON item.row_id BETWEEN rows_of.first_row_id AND rows_of.last_row_id
WHERE version.state = 'PUBLISHED'
GROUP BY version.business_date, item.verdict;

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'SCAN', scan.outcome, COUNT(*)
FROM export_version version
JOIN scan_row scan ON scan.export_id = version.export_id
WHERE version.state = 'PUBLISHED'
GROUP BY version.business_date, scan.outcome;

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'CAPTURE', capture.outcome, COUNT(*)
FROM export_version version
JOIN capture_row capture ON capture.export_id = version.export_id
WHERE version.state = 'PUBLISHED'
GROUP BY version.business_date, capture.outcome;

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'SET_ASIDE', item.code, COUNT(*)
FROM export_version version
JOIN quarantine_row item ON item.export_id = version.export_id
WHERE version.state = 'PUBLISHED'
GROUP BY version.business_date, item.code;

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'BREAKS', 'OPENED', COUNT(*)
FROM export_version version
JOIN break_row item ON item.export_id = version.export_id
WHERE version.state = 'PUBLISHED' AND item.opened_on = version.business_date
GROUP BY version.business_date;

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'BREAKS', 'CLOSED', COUNT(*)
FROM export_version version
JOIN break_row item ON item.export_id = version.export_id
WHERE version.state = 'PUBLISHED' AND item.closed_on = version.business_date
GROUP BY version.business_date;

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'BREAKS', 'OPEN', COUNT(*)
FROM export_version version
JOIN break_row item ON item.export_id = version.export_id
WHERE version.state = 'PUBLISHED' AND item.closed_on IS NULL
GROUP BY version.business_date;

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'CALLS', call_count.vendor, SUM(call_count.calls)
FROM export_version version
JOIN call_count ON call_count.business_date = version.business_date
WHERE version.state = 'PUBLISHED' AND call_count.result IN ('ok', 'not_ready')
GROUP BY version.business_date, call_count.vendor;

INSERT INTO night_count (business_date, kind, name, counted)
SELECT version.business_date, 'MILLIS', call_count.vendor, SUM(call_count.total_millis)
FROM export_version version
JOIN call_count ON call_count.business_date = version.business_date
WHERE version.state = 'PUBLISHED' AND call_count.result IN ('ok', 'not_ready')
GROUP BY version.business_date, call_count.vendor;
