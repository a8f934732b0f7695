-- A night's reconciled_items.csv by DuckDB: the same parse, grouping, sort, table and file as the job's, without captures.
-- Statements are parted by a line that holds a semicolon alone; @name@ is put in by the program.

CREATE MACRO check_digit(code) AS
    (10 - list_sum(list_transform(
        range(1, len(code) + 1),
        lambda i: CAST(code[len(code) + 1 - i] AS INTEGER) * CASE WHEN i % 2 = 1 THEN 3 ELSE 1 END)) % 10) % 10
;
CREATE MACRO is_right(code) AS check_digit(code[:-2]) = CAST(code[-1] AS INTEGER)
;
CREATE MACRO padded(code) AS lpad(code, 14, '0')
;
CREATE MACRO with_check_digit(code) AS padded(code || check_digit(code))
;
-- The eleven data digits of a UPC-A behind the eight of a UPC-E.
CREATE MACRO expanded(eight) AS
    CASE
        WHEN eight[7] IN ('0', '1', '2') THEN eight[1:3] || eight[7] || '0000' || eight[4:6]
        WHEN eight[7] = '3' THEN eight[1:4] || '00000' || eight[5:6]
        WHEN eight[7] = '4' THEN eight[1:5] || '00000' || eight[6]
        ELSE eight[1:6] || '0000' || eight[7]
    END
;
CREATE MACRO is_upc_e(eight) AS eight[1] <= '1' AND check_digit(expanded(eight)) = CAST(eight[8] AS INTEGER)
;
-- Text that a spreadsheet would take for a formula is marked as text, and an empty one is nothing.
CREATE MACRO cell(words) AS
    CASE WHEN regexp_matches(words, '^[=+@\t\r-]') THEN '''' || words WHEN words <> '' THEN words END
;
-- One row a line of a list, in its order.
CREATE TEMP TABLE line AS
    WITH list AS (
        SELECT json -> '$.data.ITEMS_SEEN' AS one, TRUE AS is_seen FROM read_ndjson_objects('@folder@/reports-*.jsonl.gz')
        UNION ALL
        SELECT json -> '$.data.OOS', FALSE FROM read_ndjson_objects('@folder@/reports-*.jsonl.gz')
    ), products AS (
        SELECT CAST(one ->> '$.scan_id' AS BIGINT) AS scan_id, is_seen,
            json_transform(one -> '$.report.product_list', '[{
                "brand": "VARCHAR", "brand_id": "BIGINT", "category": "VARCHAR", "category_id": "BIGINT",
                "manufacturer": "VARCHAR", "manufacturer_id": "BIGINT", "product": "VARCHAR", "product_id": "BIGINT",
                "upc": "VARCHAR", "facings": "BIGINT", "expected_facings": "BIGINT"}]') AS products
        FROM list
    ), placed AS (
        SELECT scan_id, is_seen, unnest(products) AS p, generate_subscripts(products, 1) AS place FROM products
    )
    SELECT scan_id, is_seen, place, p.* FROM placed
;
-- What each code says, read once.
CREATE TEMP TABLE code AS
    WITH written AS (
        SELECT DISTINCT upc FROM line WHERE regexp_full_match(upc, '[0-9]{7,14}')
    ), first_reading AS (
        SELECT upc,
            CASE
                WHEN len(upc) = 7 THEN CASE WHEN is_upc_e('0' || upc) THEN padded(upc) END
                WHEN len(upc) IN (9, 10, 11) AND NOT is_right(upc)
                    THEN CASE WHEN len(upc) > 9 THEN with_check_digit(lpad(upc, 11, '0')) END
                ELSE padded(upc)
            END AS gtin,
            len(upc) = 7 OR (len(upc) IN (9, 10, 11) AND is_right(upc)) AS is_restored
        FROM written
    ), second_reading AS (
        SELECT upc, is_restored, gtin AS first_gtin,
            starts_with(gtin, '000000') AND is_upc_e(gtin[7:14]) AS is_upc_e
        FROM first_reading WHERE gtin IS NOT NULL AND gtin <> '00000000000000'
    ), canonical AS (
        SELECT upc, is_restored,
            is_upc_e AND is_right(first_gtin) AS is_ambiguous,
            CASE
                WHEN is_upc_e AND NOT (is_right(first_gtin) AND first_gtin[7] = '1') THEN with_check_digit(expanded(first_gtin[7:14]))
                ELSE first_gtin
            END AS gtin
        FROM second_reading
    )
    SELECT upc, gtin,
        list_filter([
            CASE WHEN is_ambiguous THEN 'AMBIGUOUS_8' END,
            CASE WHEN NOT is_right(gtin) THEN 'BAD_CHECK_DIGIT' END,
            CASE WHEN gtin[1] BETWEEN '1' AND '8' THEN 'CASE_LEVEL' END,
            CASE WHEN NOT starts_with(gtin, '000000') AND regexp_matches(gtin, '^0(05|99|98[0-4])') THEN 'COUPON' END,
            CASE WHEN CASE WHEN starts_with(gtin, '000000') THEN gtin[7] IN ('0', '2')
                ELSE regexp_matches(gtin, '^0(02|04|2)') END THEN 'RESTRICTED' END,
            CASE WHEN gtin[1] = '9' THEN 'VARIABLE_MEASURE' END,
            CASE WHEN is_restored THEN 'ZEROS_RESTORED' END
        ], lambda flag: flag IS NOT NULL) AS flags
    FROM canonical
;
-- One row a product of a list: its first line speaks, the further ones are counted.
CREATE TEMP TABLE listed AS
    SELECT scan_id, is_seen, gtin, arg_min(line, place) AS p, arg_min(flags, place) AS flags, count(*) - 1 AS duplicates
    FROM line JOIN code USING (upc)
    GROUP BY scan_id, is_seen, gtin
;
-- Whether a list can tell that it does not have a product: at most a fifth of its lines have no identifier.
CREATE TEMP TABLE telling AS
    SELECT scan_id, is_seen, 5 * (count(*) - count(code.upc)) <= count(*) AS tells
    FROM line LEFT JOIN code USING (upc)
    GROUP BY scan_id, is_seen
;
CREATE TABLE reconciled_item AS
    WITH joined AS (
        SELECT scan_id, gtin, seen, oos,
            coalesce(seen.p, oos.p) AS p,
            list_sort(list_distinct(list_concat(coalesce(seen.flags, []), coalesce(oos.flags, [])))) AS flags,
            coalesce(seen.duplicates, oos.duplicates) AS duplicates,
            seen.gtin IS NOT NULL AS in_seen,
            oos.gtin IS NOT NULL AS in_oos
        FROM (SELECT * FROM listed WHERE is_seen) AS seen
        FULL JOIN (SELECT * FROM listed WHERE NOT is_seen) AS oos USING (scan_id, gtin)
    ), told AS (
        SELECT joined.*,
            CASE
                WHEN in_seen THEN p.facings IS NULL OR p.facings > 0
                WHEN coalesce(items.tells, TRUE) THEN FALSE
            END AS is_seen,
            CASE WHEN in_oos THEN TRUE WHEN coalesce(empty.tells, TRUE) THEN FALSE END AS is_oos
        FROM joined
        LEFT JOIN telling AS items ON items.scan_id = joined.scan_id AND items.is_seen
        LEFT JOIN telling AS empty ON empty.scan_id = joined.scan_id AND NOT empty.is_seen
    )
    SELECT DATE '@date@' AS business_date, store_id, section, told.scan_id, gtin,
        CASE
            WHEN is_seen AND is_oos THEN 'REPORT_CONFLICT'
            WHEN is_seen THEN 'SEEN_NOT_CAPTURED'
            WHEN is_oos THEN 'OOS_REPORTED'
            ELSE 'EXPECTED_NOT_SEEN'
        END AS verdict,
        FALSE AS captured, is_seen AS seen, is_oos AS out_of_stock, CAST(NULL AS VARCHAR) AS match_method,
        'captured=no seen=' || CASE WHEN is_seen IS NULL THEN 'unknown' WHEN is_seen THEN 'yes' ELSE 'no' END
            || ' oos=' || CASE WHEN is_oos IS NULL THEN 'unknown' WHEN is_oos THEN 'yes' ELSE 'no' END AS reason,
        0 AS capture_count, CAST(NULL AS VARCHAR) AS capture_ids, CAST(NULL AS VARCHAR) AS capture_status,
        CASE WHEN len(flags) > 0 THEN array_to_string(flags, '|') END AS identifier_flags,
        cell(p.product) AS product_name, cell(p.brand) AS brand, cell(p.category) AS category,
        cell(p.manufacturer) AS manufacturer, p.product_id, p.brand_id, p.category_id, p.manufacturer_id, cell(p.upc) AS upc,
        p.facings, p.expected_facings, duplicates AS duplicate_count,
        CAST(NULL AS VARCHAR) AS closient_product_short_id, CAST(NULL AS VARCHAR) AS closient_product_name
    FROM told
    LEFT JOIN read_csv('@folder@/scans.csv', header = TRUE, all_varchar = TRUE) AS worklist
        ON CAST(worklist.scan_id AS BIGINT) = told.scan_id
    ORDER BY told.scan_id, gtin
;
CHECKPOINT
;
COPY reconciled_item TO '@folder@/reconciled_items.csv' (HEADER, NEW_LINE '\r\n')
