package io.shelftally.operations.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.job.connections.BadSettingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobPlanTests {

    private static final Instant FIRST = Instant.parse("2026-11-24T00:30:00Z");

    @Test
    void aTimeIsForTheNightOfTheDayBefore() {
        Turn turn = nightly("30 0 * * *").turn(FIRST, FIRST.plusSeconds(1));

        assertThat(turn.date()).contains(LocalDate.of(2026, 11, 23));
        assertThat(turn.isLate()).isFalse();
        assertThat(turn.name()).isEqualTo("nightly of 2026-11-23");
        assertThat(nightly("30 0 * * *").arguments(turn.date()))
                .containsExactly(
                        "nightly", "--date", "2026-11-23", "--scans", "/my lists/2026-11-23.csv", "--out", "/srv/x");
    }

    @Test
    void nightsThatWereMissedAreOneStartOfTheNewestAndTheOthersAreNamed() {
        Turn turn = nightly("30 0,2,4 * * *").turn(FIRST, Instant.parse("2026-11-27T09:00:00Z"));

        assertThat(turn.due()).isEqualTo("2026-11-27T04:30:00Z");
        assertThat(turn.date()).contains(LocalDate.of(2026, 11, 26));
        assertThat(turn.isLate()).isTrue();
        assertThat(turn.lateness())
                .isEqualTo(
                        "nightly was due at 2026-11-24T00:30:00Z and has not ended since; it begins now for the night of"
                                + " 2026-11-26. Left out: 2026-11-23, 2026-11-24, 2026-11-25; for each that is wanted:"
                                + " jobs/nightly --date DATE, with its lists");
    }

    @Test
    void ofALongAbsenceTheLastNightsAreNamedAndTheOthersCounted() {
        Turn turn = nightly("30 0 * * *").turn(FIRST, Instant.parse("2027-11-24T00:30:00Z"));

        assertThat(turn.leftOut()).hasSize(365);
        assertThat(turn.lateness())
                .contains(". Left out: 355 nights, and then 2027-11-13, 2027-11-14, ")
                .hasSizeLessThan(400);
    }

    @Test
    void aTimeThatIsMissedWithinOneNightLeavesNothingOut() {
        Turn turn = nightly("30 0,2,4 * * *").turn(FIRST, Instant.parse("2026-11-24T03:00:00Z"));

        assertThat(turn.date()).contains(LocalDate.of(2026, 11, 23));
        assertThat(turn.leftOut()).isEmpty();
        assertThat(turn.isLate()).isTrue();
    }

    @Test
    void timesThatPassWhileTheirNightIsAtWorkAreDoneWithAndThoseOfALaterNightAreNot() {
        JobPlan nightly = nightly("30 0,2,4 * * *");
        Turn turn = nightly.turn(FIRST, FIRST);

        assertThat(nightly.after(turn, Instant.parse("2026-11-24T00:50:00Z"))).isEqualTo("2026-11-24T02:30:00Z");
        assertThat(nightly.after(turn, Instant.parse("2026-11-24T02:40:00Z"))).isEqualTo("2026-11-24T04:30:00Z");
        assertThat(nightly.after(turn, Instant.parse("2026-11-25T02:40:00Z"))).isEqualTo("2026-11-25T00:30:00Z");
        assertThat(nightly.after(turn, FIRST.minusSeconds(90)))
                .as("a clock that was set back")
                .isEqualTo("2026-11-24T02:30:00Z");
    }

    @Test
    void timesOfAJobOfNoNightThatPassWhileItIsAtWorkAreDoneWith() {
        JobPlan prune = plan(settings(null, "*/10 * * * *", null, "--keep-days 90"), "UTC");
        Turn turn = prune.turn(FIRST, FIRST);

        assertThat(turn.date()).isEmpty();
        assertThat(prune.arguments(turn.date())).containsExactly("prune", "--keep-days", "90");
        assertThat(prune.after(turn, Instant.parse("2026-11-26T00:05:00Z"))).isEqualTo("2026-11-26T00:10:00Z");
    }

    @Test
    void theDayIsThatOfTheZone() {
        JobPlan nightly = plan(settings("30 0 * * *", null, "Asia/Tokyo", ""), "UTC");

        assertThat(nightly.turn(Instant.parse("2026-11-23T15:30:00Z"), Instant.parse("2026-11-23T15:30:00Z"))
                        .date())
                .contains(LocalDate.of(2026, 11, 23));
        assertThat(nightly.next(FIRST, 2))
                .extracting(time -> time.at() + " " + time.date().orElseThrow())
                .containsExactly(
                        "2026-11-25T00:30+09:00[Asia/Tokyo] 2026-11-24",
                        "2026-11-26T00:30+09:00[Asia/Tokyo] 2026-11-25");
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        assertThatThrownBy(() -> Plans.of(settings(null, " ", null, null), ZoneOffset.UTC))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("shelftally.schedule.nightly is not set");
        assertThatThrownBy(() -> plan(settings("30 0 * * *", null, "Paris", ""), "UTC"))
                .hasMessage("shelftally.schedule.zone must be a zone such as Europe/Paris, not \"Paris\"");
        assertThatThrownBy(() -> plan(settings("30 0 * * *", null, null, "--out '/srv/x"), "UTC"))
                .isInstanceOf(BadSettingException.class)
                .hasMessage("shelftally.schedule.nightly-options has a quote that never closes: --out '/srv/x");
        assertThatThrownBy(() -> new ScheduleSettings(null, null, null, null, null, null, null, 32))
                .hasMessageStartingWith("shelftally.schedule.days-before must be from 0 to 31, not 32");
    }

    @Test
    void optionsAreSplitAtBlanksButThoseInQuotes() {
        assertThat(OptionWords.of("x", "  --a 'b c'\td\"e'f\"g --h=\"\" \\i "))
                .containsExactly("--a", "b c", "de'fg", "--h=", "\\i");
        assertThat(OptionWords.of("x", " ")).isEmpty();
    }

    private static JobPlan nightly(String times) {
        return plan(settings(times, null, null, "--scans \"/my lists/{date}.csv\" --out /srv/x"), "UTC");
    }

    private static JobPlan plan(ScheduleSettings settings, String zone) {
        List<JobPlan> plans = Plans.of(settings, ZoneId.of(zone));
        assertThat(plans).hasSize(1);
        return plans.get(0);
    }

    /** @param options of the one that has times */
    private static ScheduleSettings settings(
            @Nullable String nightly, @Nullable String prune, @Nullable String zone, @Nullable String options) {
        Optional<String> night = Optional.ofNullable(nightly);
        return new ScheduleSettings(
                nightly,
                night.isPresent() ? options : null,
                prune,
                night.isPresent() ? null : options,
                null,
                null,
                zone,
                1);
    }
}
