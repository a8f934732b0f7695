package io.shelftally.matching.product;

import java.util.Optional;

/** The two or five digits beside a periodical's or a book's symbol, which decoders glue to its code (ISO/IEC 15420). */
final class Supplement {

    private static final int UPC_A = 12;
    private static final int EAN_13 = 13;

    private Supplement() {}

    /**
     * The code without its supplement; empty if the digits have none.
     *
     * @param isAnnounced whether the decoder says that there is one
     */
    static Optional<String> dropped(String digits, boolean isAnnounced) {
        int code = codeLength(digits, isAnnounced);
        return code > 0 && CheckDigit.isRight(digits, 0, code)
                ? Optional.of(digits.substring(0, code))
                : Optional.empty();
    }

    private static int codeLength(String digits, boolean isAnnounced) {
        return switch (digits.length()) {
            case 14 -> isAnnounced ? UPC_A : 0;
            case 15, 18 -> isAnnounced || isPublication(digits) ? EAN_13 : 0;
            case 17 -> UPC_A;
            default -> 0;
        };
    }

    /** The GS1 prefixes of ISSN and ISBN. */
    private static boolean isPublication(String digits) {
        return digits.startsWith("977") || digits.startsWith("978") || digits.startsWith("979");
    }
}
