package io.shelftally.job.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.run.SessionName;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolSizeTests {

    @ParameterizedTest
    @CsvSource({
        "work, 4, 2, 22",
        "work, 16, 2, 70",
        "nightly, 4, 2, 24",
        "nightly, 1, 64, 12",
        "rerun, 16, 2, 72",
    })
    void itGrowsWithTheTasksThatAProcessRunsAtTheSameTime(String command, int slices, int cores, int size) {
        assertThat(PoolSize.of(new SessionName(command), () -> slices, cores)).isEqualTo(size);
    }

    @Test
    void whoRunsNoTasksIsNotAskedHowMany() {
        SessionName show = new SessionName("show");
        IntSupplier unasked = () -> {
            throw new AssertionError("asked");
        };

        assertThat(PoolSize.of(show, unasked, 2)).isEqualTo(7);
        assertThat(PoolSize.of(show, unasked, 64)).isEqualTo(11);
    }
}
