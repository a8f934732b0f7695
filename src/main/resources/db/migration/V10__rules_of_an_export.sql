-- By which rules an export was made, sorted lines key=value, and what it was published as; unknown of earlier ones.

ALTER TABLE export_version ADD COLUMN rules VARCHAR;
ALTER TABLE export_version ADD COLUMN descriptor_sha256 VARCHAR(64);
