-- What each process may have in flight to a vendor while several call it: a row a process, for as long as it calls. The eldest
-- says how many calls there are for all (window_size); places are those that no other process may make. refused counts the
-- calls that the vendor refused for their number. Used on PostgreSQL alone; times are the server's.
CREATE TABLE call_share (
    vendor      VARCHAR(20)              NOT NULL,
    holder      VARCHAR(64)              NOT NULL,
    since       TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    places      INTEGER                  NOT NULL,
    window_size INTEGER                  NOT NULL,
    refused     BIGINT                   NOT NULL,
    PRIMARY KEY (vendor, holder)
);
