-- Ten published nights of 4,000 scans and 4,000 captures each, so large that PostgreSQL would not read all of them for a few.
INSERT INTO published_night (business_date) SELECT DATE '2026-09-01' + n FROM generate_series(0, 9) n;

INSERT INTO export_version (business_date, state, published_date, version, out_dir, created_at)
SELECT DATE '2026-09-01' + n, 'PUBLISHED', DATE '2026-09-01' + n, 1, '/out', CURRENT_TIMESTAMP FROM generate_series(0, 9) n;

INSERT INTO scan_item (business_date, scan_id, listed, reopened, first_night, nights_waited, nights_asked, phase, ending, attempts, polls,
    asked, present, missing, answered, asked_in_run, queue, due_at, status_sha256, report_sha256, outcome, carried)
SELECT DATE '2026-09-01' + n, 10000000 + n * 4000 + i, TRUE, FALSE, DATE '2026-09-01' + n, 0, 1, 'DONE', 'REPORTED', 0, 0,
    TRUE, TRUE, FALSE, TRUE, FALSE, 9, TIMESTAMP '2026-09-01 00:00:00', md5('s' || n || i), md5('r' || n || i), 'REPORTED', FALSE
FROM generate_series(0, 9) n, generate_series(0, 3999) i;

INSERT INTO capture_item (business_date, capture_id, scan_id, listed, first_night, nights_waited, phase, ending, retries, lost_retries,
    attempts, polls, asked, answered, asked_in_run, deferred, queue, due_at, list_order, answer_sha256, linked_scan_id, outcome, waits, carried)
SELECT DATE '2026-09-01' + n, substr(md5('c' || n || i), 1, 22), 10000000 + n * 4000 + i, TRUE, DATE '2026-09-01' + n, 0, 'DONE', 'SETTLED', 0, 0,
    0, 0, TRUE, TRUE, FALSE, FALSE, 9, TIMESTAMP '2026-09-01 00:00:00', i, md5('a' || n || i), 10000000 + n * 4000 + i, 'RECONCILED', FALSE, FALSE
FROM generate_series(0, 9) n, generate_series(0, 3999) i;

INSERT INTO scan_guid (guid, scan_id) SELECT 'guid-' || scan_id, scan_id FROM scan_item;

INSERT INTO evidence_body (sha256, bytes, packed)
SELECT report_sha256, 1000, decode(repeat(md5(report_sha256), 8), 'hex') FROM scan_item
UNION ALL SELECT answer_sha256, 1000, decode(repeat(md5(answer_sha256), 8), 'hex') FROM capture_item;

INSERT INTO evidence (business_date, vendor, call, subject, at, http_status, sha256)
SELECT business_date, 'pensa', 'report', scan_id::VARCHAR, CURRENT_TIMESTAMP, 200, report_sha256 FROM scan_item
UNION ALL SELECT business_date, 'closient', 'read', capture_id, CURRENT_TIMESTAMP, 200, answer_sha256 FROM capture_item;

INSERT INTO product_text (text_id, product_name) SELECT md5('p' || i)::UUID, 'product ' || i FROM generate_series(0, 9999) i;

DO $$
DECLARE
    export RECORD;
BEGIN
    FOR export IN SELECT export_id FROM export_version LOOP
        EXECUTE format('CREATE TABLE reconciled_item_row_%s PARTITION OF reconciled_item_row FOR VALUES FROM (%s) TO (%s)',
            export.export_id, export.export_id::BIGINT << 32, (export.export_id + 1)::BIGINT << 32);
    END LOOP;
END $$;

INSERT INTO reconciled_item_row (row_id, gtin, verdict, captured, capture_count, text_id)
SELECT (export_id::BIGINT << 32) + i, lpad(i::VARCHAR, 14, '0'), 'NOT_CAPTURED', FALSE, 0, md5('p' || i % 10000)::UUID
FROM export_version, generate_series(0, 39999) i;

INSERT INTO reconciled_block (export_id, scan_id, block, row_count, row_ids)
SELECT v.export_id, s.scan_id, 0, 10, ARRAY(SELECT (v.export_id::BIGINT << 32) + s.scan_id % 4000 * 10 + i FROM generate_series(0, 9) i)
FROM export_version v JOIN scan_item s ON s.business_date = v.business_date;

INSERT INTO scan_row (export_id, scan_id, outcome, nights_open)
SELECT v.export_id, s.scan_id, 'REPORTED', 1 FROM export_version v JOIN scan_item s ON s.business_date = v.business_date;

INSERT INTO capture_row (export_id, sort_key, capture_id, outcome, retries)
SELECT v.export_id, convert_to(c.capture_id, 'UTF8'), c.capture_id, 'RECONCILED', 0
FROM export_version v JOIN capture_item c ON c.business_date = v.business_date;

INSERT INTO break_row (export_id, sort_key, place, gtin, opened_on, last_seen_on, closed_on, nights, first_verdict, latest_verdict)
SELECT export_id, decode('00', 'hex') || convert_to('place ' || i || 'x', 'UTF8'), 'place ' || i, lpad(i::VARCHAR, 14, '0'),
    business_date - 1, business_date - 1, business_date, 1, 'NOT_CAPTURED', 'NOT_CAPTURED'
FROM export_version, generate_series(0, 3999) i;

INSERT INTO quarantine_row (export_id, sort_key, source, source_position, code)
SELECT export_id, convert_to('pensa' || i, 'UTF8'), 'pensa', i::VARCHAR, 'PRODUCT_WITHOUT_IDENTIFIER'
FROM export_version, generate_series(0, 3999) i;
