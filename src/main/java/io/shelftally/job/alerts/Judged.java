package io.shelftally.job.alerts;

import io.shelftally.publication.report.Summary.Alert;
import io.shelftally.publication.report.Summary.Level;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A rule of the settings at one of its levels, and what the night made of it.
 *
 * @param rule the end of the setting's name, such as {@code scans-answered}
 * @param isFloor whether it trips below its limit, and not above
 * @param value a share, points or times, by the rule
 * @param alert empty if it did not trip
 */
public record Judged(
        String rule, Level level, boolean isFloor, BigDecimal value, BigDecimal limit, Optional<Alert> alert) {}
