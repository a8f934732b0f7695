package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.benchmark.Peers.Peer;
import io.shelftally.proof.benchmark.Vendor.TailBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class PlanArgumentsTests {

    @Test
    void bothTailsAreInTheDefaultReport() {
        Plan plan = plan();

        assertThat(plan.loads()).extracting(load -> load.vendor().tailBy()).containsExactly(TailBy.CALL, TailBy.SCAN);
        assertThat(plan.loads()).allMatch(Load::isStated);
        assertThat(plan.repeat()).isEqualTo(1);
        assertThat(plan.sweeps().sizes()).containsExactly(10_000, 20_000, 40_000);
        assertThat(plan.peers()).isEqualTo(new Peers(400, 2000, Set.of(Peer.CLIENT, Peer.DUCKDB)));
        assertThat(plan.isBeside()).isFalse();
    }

    @Test
    void withoutATailThereIsOneVendor() {
        Plan plan = plan("--tail-percent", "0", "--vendor", "queue", "--vendor-workers", "8", "--in-flight", "auto");

        assertThat(plan.loads()).hasSize(1);
        assertThat(plan.night().vendor()).hasToString("20 ms a call, all calls alike, 8 workers and a queue");
        assertThat(plan.night().inFlight()).hasToString("auto");
        assertThat(plan.night().atOnce()).hasValue(8);
        assertThat(plan.night().isStated()).isFalse();
    }

    @Test
    void besideAnotherBuildNightsAreRepeatedAndNothingElseIsRun(@TempDir Path folder) throws IOException {
        Path app = folder.resolve("target/app");
        Files.createDirectories(app.resolve("lib"));
        Files.createFile(app.resolve("shelftally.jar"));
        Path launcher = Files.createDirectories(folder.resolve("jobs")).resolve("nightly");
        assertThat(Files.createFile(launcher).toFile().setExecutable(true)).isTrue();

        Plan plan = plan("--beside", app.toString(), "--beside-set", "SHELFTALLY_PENSA_INFLIGHT=32", "--set", "A=1");

        assertThat(plan.builds())
                .containsExactly(
                        new Build("this", Path.of("here/jobs/nightly"), Map.of("A", "1")),
                        new Build("other", launcher, Map.of("SHELFTALLY_PENSA_INFLIGHT", "32")));
        assertThat(plan.repeat()).isEqualTo(3);
        assertThat(plan.sweeps().sizes()).isEmpty();
        assertThat(plan.peers()).isEqualTo(Peers.NONE);
    }

    @Test
    void windowsAreNumbersOrAuto() {
        assertThat(plan("--windows", "4,256,auto").sweeps().windows())
                .extracting(InFlight::toString)
                .containsExactly("4", "256", "auto");
    }

    @Test
    void nightsByWorkersAreLatencyBoundUnlessTheOptionsSayOtherwise() {
        Plan plan = plan("--workers", "4,2", "--database", "postgresql");

        assertThat(plan.sweeps().workers()).containsExactly(1, 2, 4);
        assertThat(plan.sweeps().sizes()).isEmpty();
        assertThat(plan.peers()).isEqualTo(Peers.NONE);
        assertThat(plan.repeat()).isEqualTo(1);
        assertThat(plan.loads()).hasSize(1);
        assertThat(plan.night().vendor()).hasToString("200 ms a call, all calls alike");
        assertThat(plan.night().inFlight()).hasToString("16");
        assertThat(plan.night().inFlight().times(4)).hasToString("64");
        Load other = plan("--workers", "1", "--database", "postgresql", "--latency", "20ms", "--scans", "7")
                .night();
        assertThat(other.vendor().latencies().usual()).hasMillis(20);
        assertThat(other.scans()).isEqualTo(7);
    }

    @Test
    void theSandboxHasEveryScanOfThePlan() {
        Plan plan = plan("--scans", "100", "--captures", "10", "--sizes", "50,300", "--baseline-scans", "5,7");

        assertThat(plan.biggest(plan.night()).scans()).isEqualTo(300);
        assertThat(plan.biggest(plan.night()).captures()).isEqualTo(30);
    }

    private static Plan plan(String... arguments) {
        Arguments read = new Arguments();
        new CommandLine(read).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return read.parts.plan(read.night.loads(), read.night.workers(), Path.of("here"));
    }

    @Command
    private static final class Arguments {

        @Mixin
        private LoadArguments night;

        @Mixin
        private PlanArguments parts;
    }
}
