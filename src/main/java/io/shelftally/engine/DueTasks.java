package io.shelftally.engine;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * Which due tasks a process asks for: as many as it has room for, and besides all that others have lost. So what was lost
 * waits for nobody's slice to end.
 */
final class DueTasks extends PostgreSqlJdbcCustomization {

    /** When what a dead process had in hand is due: before all else, by which it is known. */
    static final Instant LOST = Instant.EPOCH;

    private static final String ALL_LOST = """
             + (SELECT COUNT(*) FROM scheduled_tasks
             WHERE NOT picked AND execution_time <= TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00')
            """;

    private final IntSupplier room;

    /** @param room for how many tasks that were not lost; asked for each look */
    DueTasks(IntSupplier room) {
        super(false, false);
        this.room = room;
    }

    /** They come by the time at which they are due, so what was lost comes first. */
    @Override
    public String getQueryLimitPart(int limit) {
        return " LIMIT " + Math.min(limit, Math.max(0, room.getAsInt())) + ALL_LOST;
    }
}
