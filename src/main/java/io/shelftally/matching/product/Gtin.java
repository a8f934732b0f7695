package io.shelftally.matching.product;

import org.jspecify.annotations.Nullable;

/**
 * A trade item number as 14 digits, so that both vendors' codes compare equal (GS1 General Specifications, section
 * 3.3.2). Its check digit may be wrong: real codes are.
 */
public record Gtin(String digits) implements Comparable<Gtin> {

    private static final String ZEROS = "00000000000000";

    public Gtin {
        if (digits.length() != ZEROS.length() || !Digits.areAll(digits)) {
            throw new IllegalArgumentException("a GTIN has 14 digits, not \"" + digits + "\"");
        }
    }

    /** A code of up to 14 digits, with zeros before. */
    static Gtin padded(String digits) {
        return new Gtin(ZEROS.substring(digits.length()).concat(digits));
    }

    /** Whether the last digit is the check digit of those before. */
    public boolean hasRightCheckDigit() {
        return CheckDigit.isRight(digits);
    }

    /** The number with the same first 13 digits and the right check digit. */
    public Gtin withRightCheckDigit() {
        return hasRightCheckDigit() ? this : withCheckDigit(digits.substring(0, digits.length() - 1));
    }

    /** The number that these digits, up to 13, make with their check digit after and zeros before. */
    static Gtin withCheckDigit(String data) {
        return padded(data + CheckDigit.of(data));
    }

    /** By hand, as {@link #hashCode}, for each product of each scan is looked up: what Java makes for a record is slower. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Gtin gtin && digits.equals(gtin.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public int compareTo(Gtin other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
