-- Rows of an export that are alike but for their scan are kept once in reconciled_item_row; which of them a scan has, in the order
-- of the file, is told by blocks of at most 1,000 of their numbers. A night of millions of rows has some ten thousand that differ.

CREATE TABLE reconciled_block (
    export_id INTEGER NOT NULL,
    scan_id   BIGINT NOT NULL,
    block     INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    row_ids   BIGINT ARRAY NOT NULL,
    PRIMARY KEY (export_id, scan_id, block)
);

-- 1 to 1,000: with each of them the rows of a block are found by joins that every database knows.
CREATE TABLE block_position (
    position INTEGER PRIMARY KEY
);

INSERT INTO block_position (position)
WITH digit (d) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
SELECT 100 * hundreds.d + 10 * tens.d + ones.d + 1 FROM digit hundreds CROSS JOIN digit tens CROSS JOIN digit ones;

INSERT INTO reconciled_block (export_id, scan_id, block, row_count, row_ids)
SELECT
    part.export_id,
    part.scan_id,
    part.block,
    part.row_count,
    ARRAY(
        SELECT part.first_row_id + place.position - 1 FROM block_position place
        WHERE place.position <= part.row_count
        ORDER BY place.position)
FROM (
    SELECT
        rows_of.export_id,
        rows_of.scan_id,
        1000 * (thousand.position - 1) + one.position - 1 AS block,
        rows_of.first_row_id + 1000000 * (thousand.position - 1) + 1000 * (one.position - 1) AS first_row_id,
        CAST(LEAST(1000, rows_of.last_row_id - rows_of.first_row_id + 1
            - 1000000 * (thousand.position - 1) - 1000 * (one.position - 1)) AS INTEGER) AS row_count
    FROM reconciled_scan rows_of
    JOIN block_position thousand
        ON thousand.position <= (rows_of.last_row_id - rows_of.first_row_id) / 1000000 + 1
    JOIN block_position one
        ON one.position <= (rows_of.last_row_id - rows_of.first_row_id - 1000000 * (thousand.position - 1)) / 1000 + 1
) part;

-- PostgreSQL knows by unnest how many rows a scan has, and need not carry the array with each of them.
CREATE OR REPLACE VIEW reconciled_item AS
SELECT
    version.business_date,
    scan.store_id,
    scan.section,
    scan.scan_id,
    item.gtin,
    item.verdict,
    item.captured,
    item.seen,
    item.out_of_stock,
    item.match_method,
    'captured=' || CASE item.captured WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' ELSE 'unknown' END
        || ' seen=' || CASE item.seen WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' ELSE 'unknown' END
        || ' oos=' || CASE item.out_of_stock WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' ELSE 'unknown' END AS reason,
    item.capture_count,
    item.capture_ids,
    item.capture_status,
    item.identifier_flags,
    text.product_name,
    text.brand,
    text.category,
    text.manufacturer,
    text.product_id,
    text.brand_id,
    text.category_id,
    text.manufacturer_id,
    text.upc,
    item.facings,
    item.expected_facings,
    item.duplicate_count,
    item.closient_product_short_id,
    item.closient_product_name
FROM export_version version
JOIN scan_row scan ON scan.export_id = version.export_id
JOIN reconciled_block block ON block.export_id = scan.export_id AND block.scan_id = scan.scan_id
${on-postgresql}CROSS JOIN LATERAL unnest(block.row_ids) AS place (row_id)
${on-postgresql}JOIN reconciled_item_row item ON item.row_id = place.row_id
${on-h2}JOIN block_position place ON place.position <= block.row_count
${on-h2}JOIN reconciled_item_row item ON item.row_id = block.row_ids[place.position]
JOIN product_text text ON text.text_id = item.text_id
WHERE version.state = 'PUBLISHED';

DROP TABLE reconciled_scan;

-- Without it the server plans by what it makes up, until autovacuum comes by.
${on-postgresql}ANALYZE reconciled_block, block_position;
