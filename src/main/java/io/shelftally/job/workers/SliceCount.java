package io.shelftally.job.workers;

import io.shelftally.calls.collect.LaneFigures;
import io.shelftally.calls.collect.Progress;
import java.util.function.LongConsumer;

/** Counts the items that a slice settles, as it goes. */
final class SliceCount implements Progress {

    private final LongConsumer more;
    private long done;

    SliceCount(LongConsumer more) {
        this.more = more;
    }

    long done() {
        return done;
    }

    @Override
    public void lane(LaneFigures lane) {
        long now = lane.tally().done();
        if (now > done) {
            more.accept(now - done);
            done = now;
        }
    }

    @Override
    public void step(String name) {}

    @Override
    public void items(String name, long done, long total) {}

    @Override
    public void say(String lines) {}
}
