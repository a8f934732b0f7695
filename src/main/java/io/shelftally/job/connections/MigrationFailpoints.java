package io.shelftally.job.connections;

import io.shelftally.base.failpoint.Failpoint;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Tells the failpoints within migrations where they are. */
final class MigrationFailpoints implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE_STATEMENT || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.AFTER_EACH_MIGRATE) {
            Failpoint.MIGRATION_APPLIED.hit();
        } else {
            Failpoint.MIGRATION_STATEMENT.hit();
        }
    }

    @Override
    public String getCallbackName() {
        return "failpoints";
    }
}
