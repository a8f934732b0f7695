-- The reason follows from three columns beside it. Stored, it was a third of each row, and there are millions of them a night.

DROP VIEW reconciled_item;

ALTER TABLE reconciled_item_row DROP COLUMN reason;

CREATE VIEW reconciled_item AS
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
JOIN reconciled_scan rows_of ON rows_of.export_id = scan.export_id AND rows_of.scan_id = scan.scan_id
JOIN reconciled_item_row item ON item.row_id BETWEEN rows_of.first_row_id AND rows_of.last_row_id
JOIN product_text text ON text.text_id = item.text_id
WHERE version.state = 'PUBLISHED';
