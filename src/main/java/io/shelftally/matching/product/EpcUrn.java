package io.shelftally.matching.product;

import java.util.Optional;

/** The pure identity of a serialized item, {@code urn:epc:id:sgtin:Company.IndicatorAndItem.Serial} (EPC Tag Data Standard). */
final class EpcUrn {

    private static final String SGTIN = "urn:epc:id:sgtin:";
    private static final int DATA_DIGITS = 13;
    private static final int SHORTEST_COMPANY = 6;
    private static final int LONGEST_COMPANY = 12;

    private EpcUrn() {}

    static Optional<String> gtin(String text) {
        if (!text.startsWith(SGTIN)) {
            return Optional.empty();
        }
        String[] parts = text.substring(SGTIN.length()).split("\\.", 3);
        return parts.length == 3 && isItem(parts[0], parts[1]) && !parts[2].isEmpty()
                ? Optional.of(gtin(parts[0], parts[1]))
                : Optional.empty();
    }

    private static boolean isItem(String company, String item) {
        return company.length() >= SHORTEST_COMPANY
                && company.length() <= LONGEST_COMPANY
                && company.length() + item.length() == DATA_DIGITS
                && Digits.areAll(company)
                && Digits.areAll(item);
    }

    private static String gtin(String company, String item) {
        String data = item.charAt(0) + company + item.substring(1);
        return data + CheckDigit.of(data);
    }
}
