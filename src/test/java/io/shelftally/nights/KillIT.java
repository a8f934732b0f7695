package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.torture.Retries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A night in a process of its own is killed, started again, and publishes what an undisturbed one does. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private static final String DATE = "2026-11-21";
    private static final SeededOptions WORLD = new SeededOptions(7, 80, 20, 20, 25);

    private final Map<String, Long> undisturbedRetries = new TreeMap<>();
    private List<String> undisturbed = List.of();
    private Path home = Path.of("unset");

    @BeforeAll
    void runUndisturbed(@TempDir Path directory) throws Exception {
        home = directory;
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk("undisturbed", sandbox);
            assertThat(end(desk)).isZero();
            undisturbed = contents(desk);
            undisturbedRetries.putAll(retries(sandbox));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            takeWorkList,  the work list holds
            collect,       takeWorkList took
            linkCaptures,  collect took
            reconcile,     linkCaptures took
            checkCoverage, reconcile took
            publish,       checkCoverage took
            """)
    void aNightKilledInAStepAndStartedAgainPublishesTheSameBytes(String step, String lineBefore) throws Exception {
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk(step, sandbox);
            try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "8s")) {
                assertThat(night.awaitLine(line -> line.contains(lineBefore))).isTrue();
                night.kill();
            }

            int code = end(desk);

            assertThat(code).isZero();
            assertThat(contents(desk)).isEqualTo(undisturbed);
            assertThat(retries(sandbox)).isEqualTo(undisturbedRetries);
        }
    }

    @Test
    void aNightKilledAgainAndAgainWhileItCollectsLosesAndDoublesNothing() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk("again", sandbox);
            for (int calls : List.of(5, 30, 70, 110)) {
                try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "8s")) {
                    while (sandbox.journal().entries().size() < calls && night.isAlive()) {
                        Thread.onSpinWait();
                    }
                    night.kill();
                }
            }

            int code = end(desk);

            assertThat(code).isZero();
            assertThat(contents(desk)).isEqualTo(undisturbed);
            assertThat(retries(sandbox)).isEqualTo(undisturbedRetries);
        }
    }

    private static Sandbox sandbox() throws Exception {
        return Sandbox.start(SandboxOptions.of(WorldSource.seed(WORLD)).withLimits(Limits.DOCUMENTED.withRates(0, 0)));
    }

    private Desk desk(String name, Sandbox sandbox) throws Exception {
        Path lists = Files.createDirectories(home.resolve(name));
        new SeededWorld(WORLD, Catalogue.load()).writeLists(lists);
        return new Desk(lists).facing(sandbox);
    }

    private static int end(Desk desk) throws Exception {
        try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "8s")) {
            return night.exitCode();
        }
    }

    private static List<String> contents(Desk desk) throws Exception {
        List<String> names = new ArrayList<>(Published.CSV);
        names.add("datapackage.json");
        List<String> contents = new ArrayList<>();
        for (String name : names) {
            contents.add(name + "\n" + Files.readString(desk.out().resolve(DATE).resolve(name)));
        }
        return contents;
    }

    /** By capture: how often its retry reached the vendor, but for those that a read allowed which still said FAILED. */
    private static Map<String, Long> retries(Sandbox sandbox) {
        return Retries.in(sandbox.journal().entries()).ofItself();
    }
}
