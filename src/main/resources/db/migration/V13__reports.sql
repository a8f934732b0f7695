-- Why a vendor refused a scan for good, and which reports its answers named instead of those that were asked for.

ALTER TABLE scan_item ADD COLUMN report_status INTEGER;
ALTER TABLE scan_item ADD COLUMN other_types VARCHAR;
ALTER TABLE scan_row ADD COLUMN reason VARCHAR;

DROP VIEW scan;

CREATE VIEW scan AS
SELECT
    version.business_date,
    scan.scan_id,
    scan.store_id,
    scan.section,
    scan.scan_area_id,
    scan.outcome,
    scan.status,
    scan.fast_status,
    scan.scan_timestamp,
    scan.created,
    scan.seen_count,
    scan.oos_count,
    scan.captured_count,
    scan.confirmed_count,
    scan.break_count,
    scan.project_id,
    scan.project_name,
    scan.guid,
    scan.nights_open,
    scan.reason
FROM export_version version
JOIN scan_row scan ON scan.export_id = version.export_id
WHERE version.state = 'PUBLISHED';
