-- What an operator decided about a row in quarantine; it holds while the row comes with the same raw text. Code and detail
-- are those that were decided about, so that a row that is set aside for another reason is shown again.

CREATE TABLE quarantine_decision (
    business_date DATE NOT NULL,
    source        VARCHAR(300) NOT NULL,
    position      VARCHAR(300) NOT NULL,
    raw           VARCHAR NOT NULL,
    code          VARCHAR(32) NOT NULL,
    detail        VARCHAR NOT NULL,
    decision      VARCHAR(16) NOT NULL,
    mended        VARCHAR,
    note          VARCHAR,
    decided_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (business_date, source, position)
);

-- The columns of each list as it came, by which a row of it can be judged again.
CREATE TABLE set_aside_header (
    business_date DATE NOT NULL,
    source        VARCHAR(300) NOT NULL,
    header        VARCHAR NOT NULL,
    PRIMARY KEY (business_date, source)
);
