package io.shelftally.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.publication.report.NightCounts;
import io.shelftally.publication.report.SampleNight;
import io.shelftally.publication.report.Summary;
import io.shelftally.publication.report.Summary.Alert;
import io.shelftally.publication.report.Summary.Breaks;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample night: 498 of 500 scans and 4,471 of 4,500 captures answered, 31 of 1,241 disputed, 3 of 5,012 rows set aside. */
class AlertsTests {

    private static final LocalDate DATE = SampleNight.DATE;

    @ParameterizedTest
    @CsvSource({
        "0, warn 0.996,",
        "0, warn 0.997, scans-answered WARN 498 of 500 scans asked about were answered; less than 99.7 %",
        "0, 'warn 0.999, fail 0.997', scans-answered FAIL 498 of 500 scans asked about were answered; less than 99.7 %",
        "0, 'fail 0.9, warn 1', scans-answered WARN 498 of 500 scans asked about were answered; less than 100 %",
        "1, warn 0.994, captures-answered WARN 4471 of 4500 captures attempted were answered; less than 99.4 %",
        "2, warn 0.025,",
        "2, warn 0.0249, oos-disputed WARN 31 of 1241 products reported out of stock were captured; more than 2.49 %",
        "3, fail 0.0005, quarantined FAIL 3 of 5012 rows of the lists were set aside; more than 0.05 %",
        "3, fail 0.001,",
    })
    void aNightIsJudgedByItsOwnFigures(int rule, String limits, @Nullable String told) {
        List<Alert> tripped = tripped(alerts(rule, limits), night(1, 100, 90, 10), List.of());

        assertThat(told(tripped)).isEqualTo(told == null ? List.of() : List.of(told.replace(';', ',')));
    }

    /** Seven nights of 100 products captured, 90 confirmed, and 10 open breaks in the middle of them. */
    @ParameterizedTest
    @CsvSource({
        "4, warn 5, 85, 10,",
        "4, warn 5, 84, 10, confirmed-fall WARN 84 % of the captured products were confirmed; more than 5 points below the 90 % of the last nights",
        "4, 'warn 5, fail 20', 60, 10, confirmed-fall FAIL 60 % of the captured products were confirmed; more than 20 points below the 90 % of the last nights",
        "5, warn 2, 90, 20,",
        "5, warn 2, 90, 21, breaks-growth WARN 21 breaks are open; more than 2 times the 10 of the last nights",
    })
    void aNightIsJudgedByTheMedianOfTheLast(int rule, String limits, long confirmed, long open, @Nullable String told) {
        List<NightCounts> before = IntStream.of(8, 10, 500, 9, 10, 11, 10)
                .mapToObj(breaks -> night(2, 100, 90, breaks))
                .toList();

        List<Alert> tripped = tripped(alerts(rule, limits), night(1, 100, confirmed, open), before);

        assertThat(told(tripped)).isEqualTo(told == null ? List.of() : List.of(told.replace(';', ',')));
    }

    @Test
    void ofTwoNightsNothingIsUsual() {
        Alerts alerts = alerts(5, "warn 2");
        NightCounts bad = night(1, 100, 90, 500);

        assertThat(tripped(alerts, bad, List.of(night(2, 100, 90, 1), night(3, 100, 90, 1))))
                .isEmpty();
        assertThat(tripped(alerts, bad, List.of(night(2, 100, 90, 0), night(3, 100, 90, 0), night(4, 100, 90, 0))))
                .singleElement()
                .satisfies(alert -> assertThat(alert.words()).endsWith("more than 2 times the 0 of the last nights"));
    }

    @Test
    void aRuleIsJudgedAtEachOfItsLevelsWhetherItTripsOrNot() {
        List<Judged> judged =
                alerts(0, "warn 0.999, fail 0.8").judged(SampleNight.summary(), night(1, 100, 90, 10), List.of());

        assertThat(judged.stream()
                        .map(rule -> rule.rule() + " " + rule.level() + " " + rule.value() + " of " + rule.limit() + " "
                                + rule.alert().isPresent()))
                .containsExactly("scans-answered FAIL 0.996 of 0.8 false", "scans-answered WARN 0.996 of 0.999 true");
    }

    @Test
    void aShareOfNothingIsNotJudged() {
        List<NightCounts> before = List.of(night(2, 0, 0, 0), night(3, 0, 0, 0), night(4, 0, 0, 0));

        assertThat(tripped(alerts(4, "fail 0"), night(1, 0, 0, 0), before)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.9", "warn", "warn 90%", "warn 0.9 fail 0.8", "warn 0.9, warn 0.8", "warn -1", "warn 0.9,"})
    void whatIsNoLimitIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Limits.valueOf(text))
                .hasMessage("must be such as warn 0.9, or fail 0.5, or both joined by a comma, not \"" + text + "\"");
    }

    @Test
    void withoutARuleNothingIsJudged() {
        assertThat(alerts(0, " ").areOff()).isTrue();
        assertThat(alerts(5, "warn 2").areOff()).isFalse();
    }

    private static Alerts alerts(int rule, String limits) {
        @Nullable Limits[] all = new Limits[6];
        all[rule] = Limits.valueOf(limits);
        return new Alerts(new AlertSettings(all[0], all[1], all[2], all[3], all[4], all[5]));
    }

    private static NightCounts night(int ago, long captured, long confirmed, long open) {
        return new NightCounts(
                DATE.minusDays(ago),
                1,
                10,
                10,
                captured,
                confirmed,
                0,
                new Breaks(0, 0, open, List.of(), List.of()),
                0);
    }

    private static List<String> told(List<Summary.Alert> tripped) {
        return tripped.stream()
                .map(alert -> alert.rule() + " " + alert.level() + " " + alert.words())
                .toList();
    }

    private static List<Alert> tripped(Alerts alerts, NightCounts tonight, List<NightCounts> before) {
        return Alerts.tripped(alerts.judged(SampleNight.summary(), tonight, before));
    }
}
