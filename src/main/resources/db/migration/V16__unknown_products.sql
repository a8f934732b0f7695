-- The products that captures of a night are of and that Closient does not know: a row of unknown_products.csv each.

CREATE TABLE unknown_product_row (
    export_id INTEGER NOT NULL,
    gtin VARCHAR(14) NOT NULL,
    other_reading VARCHAR(14),
    product_name VARCHAR,
    brand VARCHAR,
    manufacturer VARCHAR,
    category VARCHAR,
    captures INTEGER NOT NULL,
    stores INTEGER NOT NULL,
    first_date DATE,
    last_date DATE,
    reason VARCHAR(32),
    PRIMARY KEY (export_id, gtin)
);

CREATE VIEW unknown_product AS
SELECT
    version.business_date,
    item.gtin,
    item.other_reading,
    item.product_name,
    item.brand,
    item.manufacturer,
    item.category,
    item.captures,
    item.stores,
    item.first_date,
    item.last_date,
    item.reason
FROM export_version version
JOIN unknown_product_row item ON item.export_id = version.export_id
WHERE version.state = 'PUBLISHED';
