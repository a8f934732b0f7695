package io.shelftally.proof.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkersTallyTests {

    private static final List<WorkerFault> ALL = List.of(WorkerFault.values());

    private final WorkersTally tally = new WorkersTally();

    @Test
    void aNightThatIsAsUndisturbedIsClean() {
        tally.night("night-1", ALL, remains("a"), remains("a"), List.of(), 7);
        tally.again("night-1", WorkerFault.KILL, times(8_000, 9_300));

        assertThat(tally.isClean()).isTrue();
        assertThat(tally.line())
                .startsWith("faults 5 (killed 1, paused 1, cut off 1, managers killed 1, late 1), with equal bytes 5,")
                .contains("within 12 s 1/1 (latest 9.3 s), lost items 0, retry POSTs repeated 0,")
                .endsWith("partial reads 0 (1 nights, 7 reads)");
    }

    @Test
    void oneThatDiffersIsNot() {
        tally.night("night-1", ALL, remains("b"), remains("a"), List.of("half a file"), 7);

        assertThat(tally.isClean()).isFalse();
        assertThat(tally.line())
                .contains("faults 5 (")
                .contains("with equal bytes 0,")
                .contains("partial reads 1");
        assertThat(tally.faults()).containsExactly("night-1: not as undisturbed: [scans.csv]", "night-1: half a file");
    }

    @Test
    void itemsThatWaitTooLongForAnotherWorkerAreAFault() {
        tally.night("night-1", ALL, remains("a"), remains("a"), List.of(), 7);
        tally.again("night-1", WorkerFault.CUT, times(10_500, 12_000));

        assertThat(tally.isClean()).isFalse();
        assertThat(tally.faults())
                .containsExactly(
                        "night-1: items of a worker that was cut off were at work again after 12.0 s; it was noticed after 10.5 s");
    }

    private static Recovery.Times times(int noticedMillis, int againMillis) {
        return new Recovery.Times(Duration.ofMillis(noticedMillis), Duration.ofMillis(againMillis));
    }

    private static Remains remains(String scans) {
        return new Remains(Map.of("scans.csv", scans), Map.of(), Map.of(), 0);
    }
}
