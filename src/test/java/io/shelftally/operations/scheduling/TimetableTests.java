package io.shelftally.operations.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.job.connections.BadSettingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aTimeThatClocksGoingForwardLeaveOutIsDueAtThatMoment() {
        assertThat(times("30 2 * * *", "2026-03-28T00:00:00Z", 4))
                .containsExactly(
                        "2026-03-28T02:30+01:00[Europe/Paris]",
                        "2026-03-29T03:00+02:00[Europe/Paris]",
                        "2026-03-30T02:30+02:00[Europe/Paris]",
                        "2026-03-31T02:30+02:00[Europe/Paris]");
    }

    @Test
    void timesThatAreLeftOutTogetherAreDueOnceTogether() {
        assertThat(times("0,20,40 2,3 * * *", "2026-03-29T00:30:00Z", 3))
                .containsExactly(
                        "2026-03-29T03:00+02:00[Europe/Paris]",
                        "2026-03-29T03:20+02:00[Europe/Paris]",
                        "2026-03-29T03:40+02:00[Europe/Paris]");
    }

    @Test
    void aTimeThatClocksGoingBackShowTwiceIsDueAtTheFirstAlone() {
        assertThat(times("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T02:30+02:00[Europe/Paris]", "2026-10-26T02:30+01:00[Europe/Paris]");
        assertThat(times("*/30 * * * *", "2026-10-25T00:10:00Z", 3))
                .containsExactly(
                        "2026-10-25T02:30+02:00[Europe/Paris]",
                        "2026-10-25T03:00+01:00[Europe/Paris]",
                        "2026-10-25T03:30+01:00[Europe/Paris]");
        assertThat(times("30 2 * * *", "2026-10-25T01:10:00Z", 1))
                .as("asked in the hour that comes again")
                .containsExactly("2026-10-26T02:30+01:00[Europe/Paris]");
    }

    @Test
    void sixFieldsBeginWithTheSecondsAndFiveAreThoseOfACrontab() {
        assertThat(times("*/20 * * * * *", "2026-06-01T00:00:00Z", 2))
                .containsExactly("2026-06-01T02:00:20+02:00[Europe/Paris]", "2026-06-01T02:00:40+02:00[Europe/Paris]");
        assertThat(times(" 30  7 * * SUN ", "2026-06-01T00:00:00Z", 1))
                .containsExactly("2026-06-07T07:30+02:00[Europe/Paris]");
        assertThat(table("30 7 * * SUN")).hasToString("0 30 7 * * SUN Europe/Paris");
    }

    @ParameterizedTest
    @ValueSource(strings = {"every night", "61 0 * * *", "30 0 * *", "0 0 0 30 2 *"})
    void whatIsNoTimeIsABadSettingThatIsNamed(String text) {
        assertThatThrownBy(() -> table(text))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("shelftally.schedule.nightly ")
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void theLatestTimeAndTheDaysOfManyAreFoundWhateverLiesBetween() {
        Timetable nights = table("30 0,2 * * MON-FRI");
        Instant friday = Instant.parse("2026-06-05T00:30:00Z");
        Instant tuesday = Instant.parse("2026-06-08T23:00:00Z");

        assertThat(nights.latest(friday, tuesday)).isEqualTo("2026-06-08T22:30:00Z");
        assertThat(nights.days(friday, tuesday)).isEqualTo(days("2026-06-05", "2026-06-08", "2026-06-09"));
        assertThat(nights.latest(friday, friday)).isEqualTo(friday);
        assertThat(nights.days(friday, friday)).isEqualTo(days("2026-06-05"));
    }

    @Test
    void aYearOfSecondsIsLookedThroughAtOnce() {
        Timetable always = table("* * * * * *");
        Instant first = Instant.parse("2025-01-01T00:00:00Z");

        assertThat(always.days(first, Instant.parse("2025-12-31T12:00:00Z"))).hasSize(365);
        assertThat(always.latest(first, Instant.parse("2025-12-31T12:00:00.5Z")))
                .isEqualTo("2025-12-31T12:00:00Z");
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }

    private static List<String> times(String text, String after, int number) {
        Timetable table = table(text);
        return Stream.iterate(table.next(Instant.parse(after)), table::next)
                .limit(number)
                .map(due -> due.atZone(PARIS).toString())
                .toList();
    }

    private static Timetable table(String text) {
        return Timetable.of("shelftally.schedule.nightly", text, PARIS);
    }
}
