package io.shelftally.operations.lineage;

import io.shelftally.job.alerts.Judged;
import io.shelftally.job.nightly.CoverageSettings;
import io.shelftally.job.nightly.RunFacts;
import io.shelftally.publication.report.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A floor or a rule of the settings, and what the night made of it.
 *
 * @param rule the end of the setting's name
 * @param setting the whole of it
 * @param isGrave whether it keeps a night from being published, or is a rule at the level fail
 * @param expected such as {@code >= 0.95}
 * @param actual a share, points or times, by the rule
 * @param words for people; empty where it holds
 */
record Check(
        String rule,
        String setting,
        boolean isGrave,
        boolean holds,
        String expected,
        String actual,
        Optional<String> words) {

    static final String SCANS = "scans-answered";
    static final String CAPTURES = "captures-answered";
    static final String LINES = "lines-identified";
    static final String DISPUTED = "oos-disputed";
    static final String QUARANTINED = "quarantined";

    private static final int DIGITS = 4;

    /** As both facets spell it. */
    String severity() {
        return isGrave ? "error" : "warn";
    }

    /** All that the run measured: the floors first, in the order of the settings; a share of nothing is not measured. */
    static List<Check> of(RunFacts facts, CoverageSettings floors) {
        List<Check> checks = new ArrayList<>();
        facts.coverage().ifPresent(coverage -> {
            floor(SCANS, floors.scansAnswered(), coverage.scans()).ifPresent(checks::add);
            floor(CAPTURES, floors.capturesAnswered(), coverage.captures()).ifPresent(checks::add);
            if (coverage.reportsRead() >= floors.reportsToJudge()) {
                Summary.Lines lines = coverage.lines();
                floor(LINES, floors.linesIdentified(), lines.identified(), lines.read())
                        .ifPresent(checks::add);
            }
        });
        facts.published()
                .ifPresent(
                        published -> published.judged().stream().map(Check::of).forEach(checks::add));
        return checks;
    }

    private static Optional<Check> floor(String rule, double floor, Summary.Share share) {
        return floor(rule, floor, share.answered(), share.asked());
    }

    /** In decimals, as the step that refuses to publish counts. */
    private static Optional<Check> floor(String rule, double floor, long part, long whole) {
        if (whole == 0) {
            return Optional.empty();
        }
        BigDecimal limit = BigDecimal.valueOf(floor);
        boolean holds = BigDecimal.valueOf(part).compareTo(limit.multiply(BigDecimal.valueOf(whole))) >= 0;
        BigDecimal share = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
        return Optional.of(new Check(
                rule,
                "shelftally.coverage." + rule,
                true,
                holds,
                ">= " + plain(limit),
                plain(share),
                holds ? Optional.empty() : Optional.of(part + " of " + whole + ": nothing is published")));
    }

    private static Check of(Judged judged) {
        return new Check(
                judged.rule(),
                "shelftally.alert." + judged.rule(),
                judged.level() == Summary.Level.FAIL,
                judged.alert().isEmpty(),
                (judged.isFloor() ? ">= " : "<= ") + plain(judged.limit()),
                plain(judged.value()),
                judged.alert().map(Summary.Alert::words));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
