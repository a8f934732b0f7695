package io.shelftally.operations.history;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Workers, the one that came first before the others. */
record WorkerList(List<Shown> workers) implements Answer {

    /**
     * One of them.
     *
     * @param state {@code live} or {@code silent}
     * @param silentSeconds the time since its last sign of life
     * @param slices parts of a night that it may work on at the same time
     * @param doing those that it has in hand
     * @param settled items since it came
     * @param settledPerMinute the same over the last half minute
     */
    record Shown(
            String worker,
            String host,
            long pid,
            String state,
            Instant since,
            long silentSeconds,
            int slices,
            List<String> doing,
            long settled,
            long settledPerMinute) {}

    private static final int MOST_SHOWN = 3;

    @Override
    public boolean isEmpty() {
        return workers.isEmpty();
    }

    @Override
    public String text(Style style) {
        if (workers.isEmpty()) {
            return "no worker\n";
        }
        TextTable table = new TextTable("worker", "host", "state", "since", "settled", "a minute", "on").numbers(4, 5);
        workers.forEach(worker -> table.row(
                worker.worker(),
                worker.host(),
                worker.state().equals("live") ? "live" : "silent for " + worker.silentSeconds() + " s",
                worker.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                worker.settled(),
                worker.settledPerMinute(),
                on(worker.doing())));
        return table.text(style);
    }

    private static String on(List<String> doing) {
        if (doing.isEmpty()) {
            return "nothing";
        }
        String first = String.join(", ", doing.subList(0, Math.min(MOST_SHOWN, doing.size())));
        return doing.size() > MOST_SHOWN ? first + ", and " + (doing.size() - MOST_SHOWN) + " more" : first;
    }

    @Override
    public Object json() {
        return Map.of("workers", workers);
    }
}
