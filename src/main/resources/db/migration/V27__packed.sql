-- What is packed says itself how: Zstandard from now on, gzip before and where that library cannot be loaded.
ALTER TABLE evidence_body RENAME COLUMN gzip TO packed;
ALTER TABLE share_page RENAME COLUMN gzip TO packed;
