-- The calls made under a vendor's API key, counted before they are sent. One row of quota_ledger a key; its row lock
-- orders the processes that share the key. All times are milliseconds of the ledger's own time, which never runs back.
create table quota_ledger (
    ledger_key       varchar(64) not null primary key,
    seen_ms          bigint      not null,
    wall_ms          bigint      not null,
    blocked_until_ms bigint      not null
);

-- What the vendor last said of a window: its limit (0: nothing) and the calls left in it until a time.
create table quota_window (
    ledger_key     varchar(64) not null,
    window_seconds integer     not null,
    vendor_limit   bigint      not null,
    spare          bigint      not null,
    spare_until_ms bigint      not null,
    primary key (ledger_key, window_seconds)
);

-- The calls that the vendor may still be counting in a window, by the time when it surely no longer does.
create table quota_slot (
    ledger_key     varchar(64) not null,
    window_seconds integer     not null,
    frees_at_ms    bigint      not null,
    calls          integer     not null,
    pending        integer     not null,
    primary key (ledger_key, window_seconds, frees_at_ms)
);
