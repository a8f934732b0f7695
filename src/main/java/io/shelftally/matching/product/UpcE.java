package io.shelftally.matching.product;

import java.util.Optional;

/** The zero-suppressed form of a UPC-A: N, six digits, C (GS1 General Specifications, "UPC-E barcodes"). */
final class UpcE {

    static final int LENGTH = 8;

    private UpcE() {}

    /** The UPC-A behind these eight digits; empty if N is not 0 or 1, or C is not the check digit of that UPC-A. */
    static Optional<Gtin> expansion(String eight) {
        if (eight.charAt(0) > '1') {
            return Optional.empty();
        }
        String data = expand(eight.charAt(0), eight.substring(1, LENGTH - 1));
        return CheckDigit.of(data) == eight.charAt(LENGTH - 1) - '0'
                ? Optional.of(Gtin.withCheckDigit(data))
                : Optional.empty();
    }

    /** The eleven data digits of the UPC-A behind a number system digit and a six-digit payload. */
    static String expand(char system, String payload) {
        char last = payload.charAt(5);
        return system
                + switch (last) {
                    case '0', '1', '2' -> payload.substring(0, 2) + last + "0000" + payload.substring(2, 5);
                    case '3' -> payload.substring(0, 3) + "00000" + payload.substring(3, 5);
                    case '4' -> payload.substring(0, 4) + "00000" + payload.charAt(4);
                    default -> payload.substring(0, 5) + "0000" + last;
                };
    }
}
