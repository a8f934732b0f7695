package io.shelftally.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.shelftally.calls.http.VendorFuzz;
import io.shelftally.calls.quota.QuotaFuzz;
import io.shelftally.intake.worklist.IntakeFuzz;
import io.shelftally.job.derivation.NightFuzz;
import io.shelftally.matching.product.IdentifierFuzz;
import io.shelftally.night.captures.CaptureFuzz;
import io.shelftally.night.evidence.EvidenceFuzz;
import io.shelftally.night.scans.ScanFuzz;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** How to let it run for longer: CONTRIBUTING.md, "Fuzzing". */
class FuzzTests {

    private static final String SECONDS = "fuzz.seconds";
    private static final String SEED = "fuzz.seed";
    private static final int INPUTS = 500;
    private static final List<Logger> LISTS = Stream.of("io.shelftally.intake.rows", "io.shelftally.intake.worklist")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    /** Thousands of odd lists would be told of. */
    @BeforeAll
    static void silence() {
        LISTS.forEach(logger -> logger.setLevel(Level.ERROR));
    }

    @AfterAll
    static void speakAgain() {
        LISTS.forEach(logger -> logger.setLevel(null));
    }

    @ParameterizedTest
    @MethodSource("targets")
    @DisabledIfSystemProperty(named = SECONDS, matches = ".+")
    void noInputBreaksAParser(FuzzTarget target) {
        FuzzRun run = FuzzRun.of(target, 20_261_121, inputs -> inputs < INPUTS);

        assertThat(run.inputs()).isEqualTo(INPUTS);
    }

    @Test
    @EnabledIfSystemProperty(named = SECONDS, matches = "[0-9]+")
    void noInputBreaksAParserInTheTimeGiven() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        long seed = Long.getLong(SEED, System.nanoTime());
        List<FuzzTarget> targets = targets().toList();
        Duration each = Duration.ofSeconds(Long.getLong(SECONDS, 0))
                .multipliedBy(processors)
                .dividedBy(targets.size());

        FuzzRun all = sideBySide(processors, targets, seed, each);

        System.out.printf(
                Locale.ROOT,
                "fuzz: %d parsers, %d inputs, %d MB, %d s of each, seed %d, no finding; the slowest input took %d ms%n",
                targets.size(),
                all.inputs(),
                all.bytes() >> 20,
                each.toSeconds(),
                seed,
                all.slowest().toMillis());
    }

    static Stream<FuzzTarget> targets() {
        return Stream.of(
                        IdentifierFuzz.targets(),
                        IntakeFuzz.targets(),
                        VendorFuzz.targets(),
                        QuotaFuzz.targets(),
                        CaptureFuzz.targets(),
                        ScanFuzz.targets(),
                        EvidenceFuzz.targets(),
                        NightFuzz.targets())
                .flatMap(List::stream);
    }

    private static FuzzRun sideBySide(int processors, List<FuzzTarget> targets, long seed, Duration each)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            List<Future<FuzzRun>> runs = new ArrayList<>();
            for (FuzzTarget target : targets) {
                runs.add(threads.submit(() -> {
                    long end = System.nanoTime() + each.toNanos();
                    return FuzzRun.of(target, seed, inputs -> System.nanoTime() < end);
                }));
            }
            FuzzRun all = FuzzRun.NONE;
            for (Future<FuzzRun> run : runs) {
                all = all.plus(run.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
