package io.shelftally.calls.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTests {

    private final Timestamps utc = new Timestamps(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:15:30, 2026-11-22T10:15:30Z",
        "2026-11-22T10:15:30.1, 2026-11-22T10:15:30.100Z",
        "2026-11-22T10:15:30.12, 2026-11-22T10:15:30.120Z",
        "2026-11-22T10:15:30.123, 2026-11-22T10:15:30.123Z",
        "2026-11-22T10:15:30.123456, 2026-11-22T10:15:30.123456Z",
        "2026-11-22T10:15:30.123456789, 2026-11-22T10:15:30.123456789Z",
        "2026-11-22T10:15:30.000000, 2026-11-22T10:15:30Z",
        "2026-11-22T10:15, 2026-11-22T10:15:00Z",
        "0001-01-01T00:00:00, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999, 9999-12-31T23:59:59.999999999Z"
    })
    void aFractionHasNoneToNineDigits(String text, Instant instant) {
        assertThat(utc.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T12:15:30+02:00",
                "2026-11-22T12:15:30+0200",
                "2026-11-22T12:15:30+02",
                "2026-11-22T10:15:30Z",
                "2026-11-22T10:15:30z",
                "2026-11-22t10:15:30z",
                "2026-11-22 10:15:30",
                "2026-11-22 10:15:30Z",
                "2026-11-22 12:15:30 +0200",
                "2026-11-22T05:15:30-05:00",
                "2026-11-22T15:45:30.000+0530",
                "2026-11-22T10:15:30+00:00",
                " 2026-11-22T10:15:30 "
            })
    void anOffsetAndASpaceForTheTAreRead(String text) {
        assertThat(utc.read(text)).contains(Instant.parse("2026-11-22T10:15:30Z"));
    }

    /** The plain form is read without a formatter; with a space behind it the formatter reads it. */
    @Test
    void thePlainFormIsReadAsTheFormatterReadsIt() {
        Random random = new Random(8601);
        for (int i = 0; i < 20_000; i++) {
            String text = String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02dT%02d:%02d:%02d",
                    random.nextInt(4) == 0 ? random.nextInt(10_000) : 2026,
                    random.nextInt(14),
                    random.nextInt(33),
                    random.nextInt(26),
                    random.nextInt(62),
                    random.nextInt(62));
            String fraction = Integer.toString(random.nextInt(1 << random.nextInt(31)));
            String whole = text
                    + List.of("", "." + fraction, ".", "," + fraction, "." + fraction + "x")
                            .get(i % 5);

            assertThat(utc.read(whole)).as(whole).isEqualTo(utc.read(whole + " "));
        }
    }

    @Test
    void aTextWithoutAnOffsetIsOfTheAssumedZone() {
        Timestamps chicago = new Timestamps(ZoneId.of("America/Chicago"));

        assertThat(chicago.read("2026-11-22T04:15:30")).contains(Instant.parse("2026-11-22T10:15:30Z"));
        assertThat(chicago.read("2026-07-22T05:15:30")).contains(Instant.parse("2026-07-22T10:15:30Z"));
        assertThat(chicago.read("2026-11-22T10:15:30Z")).contains(Instant.parse("2026-11-22T10:15:30Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "yesterday",
                "2026-11-22",
                "10:15:30",
                "2026-11-22T",
                "2026-11-22T10",
                "2026-11-22T10:15:30.1234567890",
                "2026-11-22T10:15:30,5",
                "2026-11-22T10:15:30 UTC",
                "2026-11-22T10:15:30 Z Z",
                "2026-11-22T10:15:30+02:00Z",
                "2026-11-22T10:15:30+99:00",
                "2026-11-22T10:15:60",
                "2026-13-22T10:15:30",
                "1795342530",
                "22/11/2026 10:15:30",
                "20261122T101530Z",
                "2026-11-22T10:15:30[Europe/Paris]"
            })
    void whatIsNoTimeIsEmpty(String text) {
        assertThat(utc.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30T10:15:30", "2026-04-31T10:15:30Z", "2027-02-29T00:00:00", "2026-11-22T24:00:00"})
    void aDayOrAnHourThatDoesNotExistIsEmptyRatherThanAnother(String text) {
        assertThat(utc.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12026-11-22T10:15:30Z",
                "+999999999-12-31T23:59:59-18:00",
                "-0044-03-15T12:00:00",
                "0000-01-01T00:00:00",
                "9999-12-31T23:59:59-18:00"
            })
    void aYearThatNoExportCanShowIsEmpty(String text) {
        assertThat(utc.read(text)).isEmpty();
    }
}
