package io.shelftally.nights;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.nightly.NightOptions;
import io.shelftally.job.nightly.NightlyRun;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.proof.sandbox.Sandbox;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** Many small nights, one after the other, in one application: late captures and scans, retries, weak matches, guids. */
final class RecordedNights {

    static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    private static final String A = "00013562302284";
    private static final String B = "00014100095071";
    private static final String A_MISREAD = "00013562302280";

    private final Desk desk;
    private final int count;

    RecordedNights(Desk desk, int count) {
        this.desk = desk;
        this.count = count;
    }

    /** Records the nights; the sandbox is gone when this returns. */
    void record() throws Exception {
        try (Sandbox sandbox = world().start();
                ConfigurableApplicationContext context = new Launcher(
                                new StopSignal(), desk.facing(sandbox).settings())
                        .start(Progress.NONE, DatabaseNeed.MADE)) {
            NightlyRun run = context.getBean(NightlyRun.class);
            for (int night = 0; night < count; night++) {
                run.run(options(night), trouble -> ExitCode.of(trouble).number());
            }
        }
    }

    List<String> dates() {
        List<String> dates = new ArrayList<>();
        for (int night = 0; night < count; night++) {
            dates.add(FIRST.plusDays(night).toString());
        }
        return dates;
    }

    private NightOptions options(int night) {
        desk.scans("scan_id,store_id,section", scan(night, 1) + ",S" + night % 5 + ",dairy", scan(night, 2) + ",,")
                .captures(
                        "capture_id,scan_id",
                        id(night, "seen") + "," + scan(night, 1),
                        id(night, "misread") + "," + scan(night, 1),
                        id(night, "late") + "," + scan(night, 1),
                        id(night, "failed") + "," + scan(night, 1),
                        id(night, "byguid") + ",",
                        id(night, "nowhere") + ",");
        return new NightOptions(
                FIRST.plusDays(night),
                Optional.of(desk.list("captures")),
                Optional.of(desk.list("scans")),
                desk.out(),
                Duration.ZERO,
                1,
                false,
                false,
                Set.of());
    }

    private WorldText world() {
        WorldText world = new WorldText();
        for (int night = 0; night < count; night++) {
            String seen = night % 3 == 0 ? "'" + A + "', '" + B + "'" : "'" + A + "'";
            world.scan(scan(night, 1), "'report': {'ITEMS_SEEN': [" + seen + "], 'OOS': ['" + B + "']}")
                    .scan(
                            scan(night, 2),
                            "'progression': ['IN_PROGRESS', 'COMPLETE']",
                            "'report': {'ITEMS_SEEN': ['" + B + "']}")
                    .capture(id(night, "seen"), code(night % 4 == 0 ? B : A))
                    .capture(
                            id(night, "misread"),
                            code(A),
                            "'object': {'gtin': '" + A_MISREAD + "', 'raw_value': '" + A_MISREAD + "'}")
                    .capture(id(night, "late"), code(B), "'progression': ['PENDING', 'COMPLETED']")
                    .capture(id(night, "failed"), code(A), "'progression': ['FAILED'], 'afterRetry': [['COMPLETED']]")
                    .capture(
                            id(night, "byguid"),
                            code(B),
                            "'object': {'metadata': {'scan_guid': 'shelf-" + scan(night, 2) + "', 'aisle': '"
                                    + scan(night, 1) + "'}}")
                    .capture(id(night, "nowhere"), code(A));
        }
        return world;
    }

    static long scan(int night, int number) {
        return 100L * (night + 1) + number;
    }

    static String id(int night, String name) {
        return Ids.id(name + "n" + night + "n");
    }

    private static String code(String gtin) {
        return "'code': '" + gtin + "'";
    }
}
