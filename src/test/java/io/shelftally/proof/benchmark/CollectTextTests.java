package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectTextTests {

    private static final MadeNight NIGHT = MadeNight.DEFAULT.calls(Map.of("POST reports-on-demand 200", 20_000L));

    private final Page page = new Page();

    @Test
    void windowsAreMeasuredByTheBestThatIsFixed() {
        new CollectText(page).windows(List.of(night("8", 50), night("64", 25), night("auto", 20)));

        assertThat(lines())
                .contains(
                        "in flight seconds calls calls a second of the best at once latency, ms 99 %, ms",
                        "8 50.00 20,000 400.0 50.0 % 16.0 40.0 40.0",
                        "64 25.00 20,000 800.0 100.0 % 32.0 40.0 40.0",
                        "auto 20.00 20,000 1000.0 125.0 % 40.0 40.0 40.0");
    }

    @Test
    void whatTheVendorsSawIsTold() {
        Trial trial = Trial.of(NIGHT.load(), List.of(night("32", 25)), List.of());

        new CollectText(page).collect(trial.withClient(new ClientRun(32, 20_000, 20_200, Duration.ofSeconds(50))));

        assertThat(lines())
                .contains(
                        "Collect, slow scans",
                        "limit, Little's law 32 at once / 40.0 ms a call as drawn = 800.0 calls a second",
                        "share of the limit 100.0 %",
                        "calls at the vendors 20,000, 32.0 at once on the average",
                        "their own latency 40.0 ms on the average, half at most 40.0 ms, 99 % at most 40.0 ms",
                        "of them 20,000 POST reports-on-demand 200",
                        "by a plain client 50.00 s, 400.0 items a second, 32 in flight: the job is 2.00 times as fast");
    }

    @Test
    void aWindowThatTheJobFindsOutHasNoLimitByItself() {
        new CollectText(page).collect(Trial.of(NIGHT.load(), List.of(night("auto", 25)), List.of()));

        assertThat(lines()).noneMatch(line -> line.contains("limit"));
    }

    private List<String> lines() {
        return page.toString()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    private static Night night(String inFlight, int seconds) {
        return NIGHT.load(NIGHT.load().withInFlight(InFlight.parse(inFlight)))
                .step("collect", seconds)
                .night();
    }
}
