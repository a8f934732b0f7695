package io.shelftally.publication.report;

import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Fold;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Table;
import java.util.List;
import java.util.function.ToLongFunction;

/** Tonight beside the nights before it: whether it was a night like others. */
final class ComparisonSection {
    private static final List<Compared> COMPARED = List.of(
            new Compared("Scans reported", NightCounts::scansReported),
            new Compared("Captures reconciled", NightCounts::capturesReconciled),
            new Compared("Products captured", NightCounts::captured),
            new Compared("Products confirmed", NightCounts::confirmed),
            new Compared("Contradicted", NightCounts::contradicted),
            new Compared("Breaks open", night -> night.breaks().open()),
            new Compared("Breaks opened", night -> night.breaks().opened()),
            new Compared("Breaks closed", night -> night.breaks().closed()),
            new Compared("Set aside", NightCounts::setAside));

    private final NightCounts tonight;
    private final List<NightCounts> before;

    ComparisonSection(ReportedNight night) {
        this.tonight = night.tonight();
        this.before = night.before();
    }

    String html() {
        if (before.isEmpty()) {
            return Frame.section(
                    "Tonight against the last nights",
                    "No earlier night is published in this database, so there is nothing to compare with.",
                    "");
        }
        return Frame.section("Tonight against the last nights", lead(), table() + Fold.of("Each night", nights()));
    }

    private String lead() {
        return before.size() == 1
                ? "The one night published before it: " + before.get(0).businessDate() + "."
                : "The " + before.size() + " nights published before it: from "
                        + before.get(before.size() - 1).businessDate() + " to "
                        + before.get(0).businessDate() + ".";
    }

    private String table() {
        Table table = new Table("Median: the one in the middle of those nights")
                .words("Figure")
                .numbers("Tonight", "Median")
                .words("Tonight is");
        COMPARED.forEach(one -> {
            List<Long> others = before.stream().map(one::of).sorted().toList();
            table.row(one.name(), one.text(tonight), Figures.number(median(others)), reading(one.of(tonight), others));
        });
        return table.html();
    }

    /** Of an even number the lower of the two in the middle: a figure that was. */
    private static long median(List<Long> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static String reading(long value, List<Long> sorted) {
        if (value > sorted.get(sorted.size() - 1)) {
            return "above all";
        }
        return value < sorted.get(0) ? "below all" : "within";
    }

    private String nights() {
        Table table = new Table("As they were shown when this page was made").words("Night");
        table.numbers(COMPARED.stream().map(Compared::name).toArray(String[]::new));
        before.forEach(night -> {
            String[] cells = new String[COMPARED.size() + 1];
            cells[0] = night.businessDate() + ", version " + night.version();
            for (int at = 0; at < COMPARED.size(); at++) {
                cells[at + 1] = COMPARED.get(at).text(night);
            }
            table.row(cells);
        });
        return table.html();
    }

    private record Compared(String name, ToLongFunction<NightCounts> value) {

        long of(NightCounts night) {
            return value.applyAsLong(night);
        }

        String text(NightCounts night) {
            return Figures.number(of(night));
        }
    }
}
