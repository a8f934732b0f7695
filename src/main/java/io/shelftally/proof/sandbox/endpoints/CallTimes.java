package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.node.ObjectNode;

/** Says how long each call takes, and accounts for it, so that a client can tell what of its time was the vendors'. */
final class CallTimes {

    private static final int DIGITS = 3;

    private final Latency latency;
    private final Workers closient;
    private final Workers pensa;
    private volatile Account account = new Account();

    CallTimes(Latency latency) {
        this.latency = latency;
        this.closient = new Workers(latency.workers());
        this.pensa = new Workers(latency.workers());
    }

    /** What was counted since the start, or since it was begun anew. */
    private static final class Account {

        /** Calls about each subject; left empty where a call is not drawn by its number. */
        private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

        private final LongAdder calls = new LongAdder();
        private final LongAdder millis = new LongAdder();
        private final Histogram taken = new ConcurrentHistogram(DIGITS);
    }

    /**
     * From the arrival of a call to its answer.
     *
     * @param arrived {@link System#nanoTime}
     */
    Duration of(String path, String firstId, long arrived) {
        Duration work = work(path + firstId);
        account.calls.increment();
        account.millis.add(work.toMillis());
        return (ClosientApi.serves(path) ? closient : pensa).take(arrived, work);
    }

    /** An answer leaves. */
    void note(long arrived) {
        account.taken.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, System.nanoTime() - arrived)));
    }

    /** Forgets all calls so far: the next ones are drawn as those after the start were. */
    void beginAnew() {
        account = new Account();
    }

    Answer answer() {
        Account now = account;
        Histogram taken = now.taken.copy();
        ObjectNode answer = Json.object().put("calls", now.calls.sum()).put("millis", now.millis.sum());
        answer.putObject("taken_micros")
                .put("mean", Math.round(taken.getMean()))
                .put("p50", taken.getValueAtPercentile(50))
                .put("p99", taken.getValueAtPercentile(99))
                .put("max", taken.getMaxValue());
        return Answer.json(200, answer);
    }

    private Duration work(String subject) {
        int number = latency.tailBy() == Latency.TailBy.CALL ? account.numbers.merge(subject, 1, Integer::sum) : 1;
        return latency.of(subject, number);
    }
}
