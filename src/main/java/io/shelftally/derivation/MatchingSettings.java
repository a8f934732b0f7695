package io.shelftally.derivation;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the rules leave to the user.
 *
 * @param otherReading whether a code's second reading may match, true
 * @param checkDigit whether two codes that differ in a wrong check digit may match, true
 * @param nights how many further nights an unlinked capture, an unknown scan and a scan in no work list are looked at, 3
 */
@Validated
@ConfigurationProperties("shelftally.matching")
public record MatchingSettings(
        boolean otherReading, boolean checkDigit, @Min(0) int nights) {}
