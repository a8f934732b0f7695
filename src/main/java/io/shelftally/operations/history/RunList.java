package io.shelftally.operations.history;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.util.List;
import java.util.Map;

/**
 * Starts, the newest first.
 *
 * @param asked which ones, in words
 */
record RunList(String asked, List<PastRun> runs) implements Answer {

    @Override
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    @Override
    public String text(Style style) {
        if (runs.isEmpty()) {
            return "no " + asked + "\n";
        }
        TextTable table =
                new TextTable("run", "date", "started", "took", "exit", "meaning", "message").numbers(0, 3, 4);
        runs.forEach(run -> table.row(
                run.run(),
                run.businessDate(),
                run.startedText(),
                run.tookText(),
                run.exitCode(),
                run.meaning(),
                run.messageText()));
        return table.text(style);
    }

    @Override
    public Object json() {
        return Map.of("runs", runs);
    }
}
