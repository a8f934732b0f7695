package io.shelftally.job.derivation;

import io.shelftally.matching.product.WeightPattern;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the rules leave to the user.
 *
 * @param otherReading whether a code's second reading may match, true
 * @param checkDigit whether two codes that differ in a wrong check digit may match, true
 * @param unreadable the share of a list's lines without an identifier, 0 to 1, above which it tells nothing of products that
 *     it does not name; 0.20
 * @param nights how many further nights an unlinked capture, an unknown scan and a scan in no work list are looked at, 3
 * @param variableWeight how codes that hold a weight or a price are written, such as 21IIIIIXXXXXC; none
 */
@Validated
@ConfigurationProperties("shelftally.matching")
public record MatchingSettings(
        boolean otherReading,
        boolean checkDigit,
        @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal unreadable,
        @Min(0) int nights,
        List<@Pattern(regexp = WeightPattern.FORM, message = WeightPattern.ALLOWED) String> variableWeight) {}
