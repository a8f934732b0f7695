package io.shelftally.product;

/**
 * A trade item number as 14 digits, so that both vendors' codes compare equal (GS1 General Specifications, section
 * 3.3.2). Its check digit may be wrong: real codes are.
 */
public record Gtin(String digits) implements Comparable<Gtin> {

    public Gtin {
        if (!digits.matches("[0-9]{14}")) {
            throw new IllegalArgumentException("a GTIN has 14 digits, not \"" + digits + "\"");
        }
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
