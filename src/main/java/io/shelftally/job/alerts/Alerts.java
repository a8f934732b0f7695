package io.shelftally.job.alerts;

import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.report.NightCounts;
import io.shelftally.publication.report.Summary;
import io.shelftally.publication.report.Summary.Alert;
import io.shelftally.publication.report.Summary.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges a night by the rules of the settings. A share of nothing is not judged; nor is a night against fewer than three others.
 * A rule that trips stops nothing: the night is published.
 */
@Component
public class Alerts {

    /** So many nights are needed to say what is usual. */
    static final int FEWEST_NIGHTS = 3;

    private static final int DIGITS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AlertSettings settings;

    Alerts(AlertSettings settings) {
        this.settings = settings;
    }

    /** Whether no rule is set. */
    public boolean areOff() {
        return settings.areOff();
    }

    /**
     * All rules that can be judged, in the order of the settings, each with the gravest of its levels first.
     *
     * @param before the published nights before it, the latest first
     */
    public List<Judged> judged(Summary night, NightCounts tonight, List<NightCounts> before) {
        List<Judged> all = new ArrayList<>();
        Summary.Share scans = night.coverage().scans();
        all.addAll(below("scans-answered", settings.scansAnswered(), scans, "scans asked about were answered"));
        Summary.Share captures = night.coverage().captures();
        all.addAll(
                below("captures-answered", settings.capturesAnswered(), captures, "captures attempted were answered"));
        all.addAll(disputed(night));
        all.addAll(quarantined(night));
        if (before.size() >= FEWEST_NIGHTS) {
            all.addAll(confirmedFall(tonight, before));
            all.addAll(breaksGrowth(tonight, before));
        }
        return all;
    }

    /** Those that trip, each with the gravest level that it reaches. */
    public static List<Alert> tripped(List<Judged> judged) {
        Map<String, Alert> alerts = new LinkedHashMap<>();
        judged.forEach(rule -> rule.alert().ifPresent(alert -> alerts.putIfAbsent(rule.rule(), alert)));
        return List.copyOf(alerts.values());
    }

    private List<Judged> below(String rule, @Nullable Limits limits, Summary.Share share, String what) {
        return share.asked() == 0
                ? List.of()
                : judge(
                        rule,
                        limits,
                        share(share.answered(), share.asked()),
                        true,
                        limit -> share.answered() + " of " + share.asked() + " " + what + ", less than "
                                + percent(limit));
    }

    private List<Judged> disputed(Summary night) {
        long disputed = count(night, Verdict.OOS_DISPUTED);
        long reported = disputed + count(night, Verdict.OOS_REPORTED) + count(night, Verdict.REPORT_CONFLICT);
        return above(
                "oos-disputed",
                settings.oosDisputed(),
                disputed,
                reported,
                "products reported out of stock were captured");
    }

    private List<Judged> quarantined(Summary night) {
        return above(
                "quarantined",
                settings.quarantined(),
                sum(night, Summary.Input::quarantined),
                sum(night, Summary.Input::rows),
                "rows of the lists were set aside");
    }

    private List<Judged> above(String rule, @Nullable Limits limits, long part, long whole, String what) {
        return whole == 0
                ? List.of()
                : judge(
                        rule,
                        limits,
                        share(part, whole),
                        false,
                        limit -> part + " of " + whole + " " + what + ", more than " + percent(limit));
    }

    private List<Judged> confirmedFall(NightCounts tonight, List<NightCounts> before) {
        List<BigDecimal> usual = before.stream()
                .filter(night -> night.captured() > 0)
                .map(Alerts::confirmed)
                .toList();
        if (tonight.captured() == 0 || usual.size() < FEWEST_NIGHTS) {
            return List.of();
        }
        BigDecimal median = median(usual);
        BigDecimal fall = median.subtract(confirmed(tonight)).multiply(HUNDRED);
        return judge(
                "confirmed-fall",
                settings.confirmedFall(),
                fall,
                false,
                limit -> percent(confirmed(tonight)) + " of the captured products were confirmed, more than "
                        + limit.toPlainString() + " points below the " + percent(median) + " of the last nights");
    }

    private List<Judged> breaksGrowth(NightCounts tonight, List<NightCounts> before) {
        BigDecimal median = median(before.stream()
                .map(night -> BigDecimal.valueOf(night.breaks().open()))
                .toList());
        BigDecimal growth = BigDecimal.valueOf(tonight.breaks().open())
                .divide(median.max(BigDecimal.ONE), DIGITS, RoundingMode.HALF_UP);
        return judge(
                "breaks-growth",
                settings.breaksGrowth(),
                growth,
                false,
                limit -> tonight.breaks().open() + " breaks are open, more than " + limit.toPlainString()
                        + " times the " + median.toPlainString() + " of the last nights");
    }

    private static List<Judged> judge(
            String rule,
            @Nullable Limits limits,
            BigDecimal value,
            boolean isFloor,
            Function<BigDecimal, String> words) {
        Map<Level, BigDecimal> of = AlertSettings.given(limits).of();
        BigDecimal shown = value.stripTrailingZeros();
        List<Judged> judged = new ArrayList<>();
        for (Level level : List.of(Level.FAIL, Level.WARN)) {
            BigDecimal limit = of.get(level);
            if (limit != null) {
                boolean trips = isFloor ? value.compareTo(limit) < 0 : value.compareTo(limit) > 0;
                Optional<Alert> alert = trips
                        ? Optional.of(new Alert(rule, level, shown, limit, words.apply(limit)))
                        : Optional.empty();
                judged.add(new Judged(rule, level, isFloor, shown, limit, alert));
            }
        }
        return judged;
    }

    private static BigDecimal confirmed(NightCounts night) {
        return share(night.confirmed(), night.captured());
    }

    /** Of an even number the lower of the two in the middle, as in report.html. */
    private static BigDecimal median(List<BigDecimal> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).stripTrailingZeros().toPlainString() + " %";
    }

    private static long count(Summary night, Verdict verdict) {
        return night.verdicts().getOrDefault(verdict, 0L);
    }

    private static long sum(Summary night, ToLongFunction<Summary.Input> figure) {
        return night.inputs().stream().mapToLong(figure).sum();
    }
}
