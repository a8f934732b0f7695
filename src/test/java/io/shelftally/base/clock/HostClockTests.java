package io.shelftally.base.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostClockTests {

    @Test
    void itIsTheSystemsUnlessATestWantsItToBeWrong() {
        assertThat(HostClock.system()).isEqualTo(Clock.systemUTC());
        assertThat(HostClock.wrongBy("15s")).hasSeconds(15);
        assertThat(HostClock.wrongBy("-15s")).isEqualTo(Duration.ofSeconds(-15));
    }
}
