package io.shelftally.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Shows that this process is alive, with what it has done; on one thread of the engine. */
final class Pulse implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    /** Beats that the pace is taken over. */
    private static final int SPAN = 15;

    private record Mark(long nanos, long done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Members members;
    private final DatabaseClock clock;
    private final String name;
    private final LongSupplier done;
    private boolean isCutOff;

    Pulse(Members members, DatabaseClock clock, String name, LongSupplier done) {
        this.members = members;
        this.clock = clock;
        this.name = name;
        this.done = done;
    }

    @Override
    public void run() {
        try {
            clock.compare();
            Mark now = new Mark(System.nanoTime(), done.getAsLong());
            marks.addLast(now);
            if (marks.size() > SPAN) {
                marks.removeFirst();
            }
            members.beat(name, now.done(), perMinute(now));
            if (isCutOff) {
                isCutOff = false;
                LOG.info("the database is there again");
            }
        } catch (DataAccessException e) {
            if (!isCutOff) {
                isCutOff = true;
                LOG.warn("this process cannot show that it is alive: {}", e.getMessage());
            }
        }
    }

    private long perMinute(Mark now) {
        Mark first = marks.getFirst();
        double seconds = (now.nanos() - first.nanos()) / 1e9;
        return seconds <= 0 ? 0 : Math.round(60 * (now.done() - first.done()) / seconds);
    }
}
