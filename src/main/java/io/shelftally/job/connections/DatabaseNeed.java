package io.shelftally.job.connections;

/** What a command needs of the database before it begins; only what writes may make one. */
public enum DatabaseNeed {
    /** Made where there is none, with tables that are brought up to date. */
    MADE,

    /** There with tables of this job, which are brought up to date; never made, so that a wrong URL is noticed. */
    THERE,

    /** There with tables that are up to date; nothing is made, and no table is changed. */
    CURRENT;

    /** Fails if a command may not go on with such tables. */
    void require(TableLook tables, String database) {
        if (this == MADE) {
            return;
        }
        switch (tables.state()) {
            case NONE -> throw TablesException.empty(database);
            case UNRECORDED -> throw Tables.foreign(database);
            case PENDING, FAILED -> requireNoChange(tables, database);
            case CURRENT, NEWER -> {} // the latter no command can go on with
        }
    }

    private void requireNoChange(TableLook tables, String database) {
        if (this == CURRENT) {
            throw tables.state() == TableState.PENDING
                    ? TablesException.old(database, tables.version())
                    : TablesException.unfinished(database);
        }
    }
}
