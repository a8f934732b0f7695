package io.shelftally.job.nightly;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The floors below which a night is not published (exports contract, section 3).
 *
 * @param scansAnswered the share of the scans asked about that were answered, 0.5
 * @param capturesAnswered the share of the captures attempted that were answered, 0.5
 * @param linesIdentified the share of the lines of all lists read that have an identifier, 0.5
 * @param reportsToJudge the number of reports from which on one of them must list what was seen, and their lines are judged, 10
 */
@Validated
@ConfigurationProperties("shelftally.coverage")
public record CoverageSettings(
        @DecimalMin("0") @DecimalMax("1") double scansAnswered,
        @DecimalMin("0") @DecimalMax("1") double capturesAnswered,
        @DecimalMin("0") @DecimalMax("1") double linesIdentified,
        @Min(1) int reportsToJudge) {}
