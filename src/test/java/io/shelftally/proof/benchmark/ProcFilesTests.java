package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcFilesTests {

    @Test
    void theTimeOfAProcessIsItsUserAndItsSystemTime() {
        String stat = "2030 (java) S 21909 21909 19312 0 -1 4194304 57896 0 2 0 395 73 0 0 20 0 81 0 1182869";

        assertThat(ProcFiles.cpu(stat)).contains(Duration.ofMillis(4680));
    }

    @Test
    void theTimeOfAServerIsThatOfItsEndedChildrenToo() {
        String stat = "7 (postgres) S 1 1 1 0 -1 0 0 0 0 0 100 50 300 20 20 0 1 0 1";

        assertThat(ProcFiles.cpuOfEnded(stat)).contains(Duration.ofMillis(3200));
        assertThat(ProcFiles.cpuOfEnded("7 (postgres) S 1 1")).isEmpty();
        assertThat(ProcFiles.cpuOfAll(ProcessHandle.current().pid()).isPresent())
                .isEqualTo(ProcFiles.busy().isPresent());
    }

    @Test
    void aNameMayHoldBlanksAndBrackets() {
        String stat = "7 (a) 1 (b) S 1 1 1 0 -1 0 0 0 0 0 100 50 0 0 20 0 1 0 1";

        assertThat(ProcFiles.cpu(stat)).contains(Duration.ofMillis(1500));
    }

    @Test
    void aLineThatIsCutShortTellsNothing() {
        assertThat(ProcFiles.cpu("7 (a) S 1 1")).isEmpty();
    }

    @Test
    void thePeakIsTheHighWaterMarkInBytes() {
        String status = "Name:\tjava\nVmPeak:\t 9000000 kB\nVmHWM:\t  216244 kB\nVmRSS:\t  200000 kB\n";

        assertThat(ProcFiles.peakResident(status)).contains(216_244L * 1024);
    }

    @Test
    void aMachineIsBusyWhenItNeitherIdlesNorWaitsForADisk() {
        String stat = "cpu  100 20 30 9000 800 1 2 4 0 0\ncpu0 50 10 15 4500 400 0 1 2 0 0\n";

        assertThat(ProcFiles.busy(stat)).isEqualTo(Duration.ofMillis(1570));
    }
}
