package io.shelftally.base.failpoint;

/**
 * A place where a crash matters (docs/reliability.md). Off, and free, unless the process was started with {@code
 * -Dshelftally.failpoint=...}: see {@link Armed}.
 */
public enum Failpoint {
    MIGRATION_NEEDED,
    DATABASE_COPIED,
    MIGRATION_STATEMENT,
    MIGRATION_APPLIED,
    DATABASE_MIGRATED,
    BEFORE_DATABASE,
    AFTER_DATABASE,
    LEASE_TAKEN,
    STEP_STARTS,
    STEP_ENDED,
    NIGHT_BEFORE_COMMIT,
    NIGHT_AFTER_COMMIT,
    ROWS_BEFORE_COMMIT,
    ROWS_AFTER_COMMIT,
    QUOTA_BEFORE_COMMIT,
    QUOTA_AFTER_COMMIT,
    BATCH_BEFORE_COMMIT,
    BATCH_AFTER_COMMIT,
    BEFORE_CALL,
    CALL_SENT,
    CALL_ANSWERED,
    SECOND_CALL,
    CALL_OVERTAKEN,
    RETRY_INTENDED,
    RETRY_ANSWERED,
    FILE_OPENED,
    FILE_WRITTEN,
    FILE_SYNCED,
    DIRECTORY_CREATED,
    DIRECTORY_SYNCED,
    BEFORE_SUCCESS,
    BEFORE_VERSION,
    AFTER_VERSION,
    VERSION_SHOWN,
    LINK_CREATED,
    BEFORE_LINK,
    AFTER_LINK;

    private static final boolean ON = System.getProperty(Armed.PROPERTY) != null;

    /** Whether only a start reaches it that makes tables, or changes them. */
    public boolean isOfMigrations() {
        return compareTo(AFTER_DATABASE) <= 0;
    }

    /** Whether a night reaches it only where a call is late. */
    public boolean isOfLateCalls() {
        return this == SECOND_CALL || this == CALL_OVERTAKEN;
    }

    /** The process is here. */
    public void hit() {
        if (ON) {
            Armed.hit(this);
        }
    }
}
