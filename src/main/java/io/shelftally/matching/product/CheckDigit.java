package io.shelftally.matching.product;

/** The modulo-10 check digit, which does not change when zeros are put before (GS1 General Specifications, 7.9.1). */
final class CheckDigit {

    private CheckDigit() {}

    /** The check digit of these data digits, 0 to 9. */
    static int of(String digits) {
        return of(digits, 0, digits.length());
    }

    /** Whether the last of the digits is the check digit of those before. */
    static boolean isRight(String digits) {
        return isRight(digits, 0, digits.length());
    }

    /** Whether the digit before the second index is the check digit of those from the first index on. */
    static boolean isRight(String digits, int from, int to) {
        return digits.charAt(to - 1) - '0' == of(digits, from, to - 1);
    }

    private static int of(String digits, int from, int to) {
        int sum = 0;
        int weight = 3;
        for (int i = to - 1; i >= from; i--) {
            sum += weight * (digits.charAt(i) - '0');
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }
}
