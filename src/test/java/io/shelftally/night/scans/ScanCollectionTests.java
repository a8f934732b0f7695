package io.shelftally.night.scans;

import static io.shelftally.night.scans.ScanNight.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.StoppedException;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.window.InFlight;
import io.shelftally.calls.window.SharedWindows;
import io.shelftally.calls.window.WindowFigures;
import io.shelftally.night.run.RunHistory;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run found of the calls that Pensa bears at once is kept, however it ends. */
class ScanCollectionTests {

    private static final WindowFigures FIRST = new WindowFigures(true, 32, 32, 32);

    private final ScanNight night = new ScanNight();
    private final RunHistory history = new RunHistory(night.db.client(), night.clock);
    private final StopSignal stop = new StopSignal();

    @BeforeEach
    void start() {
        history.started(NIGHT);
        night.take(1);
    }

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void theWindowOfARunThatIsStoppedIsKept() {
        stop.set();

        assertThatThrownBy(() -> run(InFlight.AUTO, "never called")).isInstanceOf(StoppedException.class);

        assertThat(history.window(NIGHT)).contains(FIRST);
    }

    @Test
    void soIsThatOfARunThatFailsForTheVendor() {
        assertThatThrownBy(() -> run(InFlight.AUTO, "refused")).hasMessage("refused");

        assertThat(history.window(NIGHT)).contains(FIRST);
    }

    @Test
    void aFixedWindowIsNotKept() {
        stop.set();

        assertThatThrownBy(() -> run(InFlight.of(8), "never called")).isInstanceOf(StoppedException.class);

        assertThat(history.window(NIGHT)).isEmpty();
    }

    private void run(InFlight inFlight, String trouble) throws InterruptedException {
        collection(inFlight, trouble).run(NIGHT, watch());
    }

    private Watch watch() {
        return new Watch(night.pace(Duration.ofMinutes(1)), stop, Progress.NONE);
    }

    private ScanCollection collection(InFlight inFlight, String trouble) {
        RetrySettings retries = new RetrySettings(ScanNight.ATTEMPTS, Duration.ofMillis(500), Duration.ofSeconds(30));
        return new ScanCollection(
                failing(trouble),
                night.tables,
                night.writes,
                settings(inFlight),
                retries,
                history,
                new SharedWindows(night.db.dataSource()));
    }

    private static ScanCalls failing(String trouble) {
        return new ScanCalls() {
            @Override
            public Supplier<ScanResult> statuses(List<Long> scanIds) {
                throw new VendorException(Reason.UNAUTHORIZED, trouble);
            }

            @Override
            public Supplier<ScanResult> report(long scanId) {
                throw new VendorException(Reason.UNAUTHORIZED, trouble);
            }
        };
    }

    private static PensaSettings settings(InFlight inFlight) {
        return new PensaSettings(
                null,
                null,
                null,
                null,
                null,
                URI.create("https://vendor.example/token"),
                List.of("ITEMS_SEEN"),
                inFlight,
                0.02,
                100,
                false,
                ZoneOffset.UTC);
    }
}
