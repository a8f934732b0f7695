package io.shelftally.job.connections;

/** How the tables of a database stand beside the migrations of this application. */
public enum TableState {
    /** The database is empty. */
    NONE,

    /** There are tables, and no record of migrations: somebody else's, most likely. */
    UNRECORDED,
    PENDING,
    CURRENT,

    /** A migration failed, where the database does not take back what it had done. */
    FAILED,

    /** A newer application has brought them further. */
    NEWER
}
