package io.shelftally.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.collect.CallCounts.Call;
import io.shelftally.run.NightDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallCountsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private final NightDatabase db = new NightDatabase();
    private final CallCounts counts = new CallCounts(db.client());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void callsAddUpOverTheStartsOfANight() {
        counts.add(NIGHT, "closient", List.of(new Call("read", "ok"), new Call("read", "ok"), new Call("retry", "ok")));
        counts.add(NIGHT, "closient", List.of(new Call("read", "ok"), new Call("read", "http_404")));
        counts.add(NIGHT, "pensa", List.of(new Call("statuses", "ok")));

        assertThat(counts.of(NIGHT))
                .isEqualTo(Map.of(
                        "closient", Map.of("read ok", 3L, "read http_404", 1L, "retry ok", 1L),
                        "pensa", Map.of("statuses ok", 1L)));
    }

    @Test
    void everyNightHasItsOwn() {
        counts.add(NIGHT, "closient", List.of(new Call("read", "ok")));

        assertThat(counts.of(NIGHT.plusDays(1))).isEmpty();
    }
}
