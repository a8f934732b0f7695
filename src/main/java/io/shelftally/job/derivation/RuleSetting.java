package io.shelftally.job.derivation;

import io.shelftally.matching.product.VariableWeight;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** A setting that rows depend on; in the order in which a row is made, which is the order in which causes are told. */
public enum RuleSetting {
    METADATA_SCAN_ID("shelftally.closient.metadata-scan-id"),
    METADATA_SCAN_GUID("shelftally.closient.metadata-scan-guid"),
    VARIABLE_WEIGHT("shelftally.matching.variable-weight"),
    OTHER_READING("shelftally.matching.other-reading"),
    CHECK_DIGIT("shelftally.matching.check-digit"),
    UNREADABLE("shelftally.matching.unreadable"),
    NIGHTS("shelftally.matching.nights"),
    ZONE("shelftally.pensa.zone"),
    BUSINESS_ZONE("shelftally.zone"),
    RESTRICTED_BREAKS("shelftally.breaks.restricted"),
    RAW_TEXT("raw-text");

    private final String key;

    RuleSetting(String key) {
        this.key = key;
    }

    /** What held before there was such a setting, for the rules of exports that do not name it. */
    Optional<String> unsaid() {
        return switch (this) {
            case VARIABLE_WEIGHT -> Optional.of(VariableWeight.NONE.text());
            case UNREADABLE -> Optional.of("1");
            case BUSINESS_ZONE -> Optional.of("UTC");
            case RESTRICTED_BREAKS -> Optional.of("true");
            default -> Optional.empty();
        };
    }

    /** The setting's name; that of the option for the one that is no setting. */
    public String key() {
        return key;
    }

    public static Optional<RuleSetting> of(String key) {
        return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }

    /**
     * The value as rules keep it.
     *
     * @throws IllegalArgumentException with what a value must be
     */
    String checked(String value) {
        return switch (this) {
            case METADATA_SCAN_ID, METADATA_SCAN_GUID -> notBlank(value);
            case VARIABLE_WEIGHT -> VariableWeight.parse(value).text();
            case OTHER_READING, CHECK_DIGIT, RESTRICTED_BREAKS, RAW_TEXT -> trueOrFalse(value);
            case UNREADABLE -> share(value);
            case NIGHTS -> number(value);
            case ZONE, BUSINESS_ZONE -> zone(value);
        };
    }

    private static String notBlank(String value) {
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be the name of a metadata key");
        }
        return value;
    }

    private static String trueOrFalse(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return value;
    }

    private static String number(String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("must be a whole number from 0");
        }
        return Integer.toString(Integer.parseInt(value));
    }

    /** In one spelling, or 0.2 and 0.20 would be two rules. */
    private static String share(String value) {
        if (!value.matches("0(\\.[0-9]+)?|1(\\.0+)?")) {
            throw new IllegalArgumentException("must be a share from 0 to 1, such as 0.2");
        }
        return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    private static String zone(String value) {
        try {
            return ZoneId.of(value).getId();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a zone such as UTC or Europe/Paris", e);
        }
    }
}
