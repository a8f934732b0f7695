package io.shelftally.nights;

/** Makes capture ids that a reader recognizes. */
final class Ids {

    private static final String PADDING = "xxxxxxxxxxxxxxxxxxxxxx";

    private Ids() {}

    /** The name, 2 to 22 ASCII letters and digits, with the characters that an id may not hold replaced by like ones. */
    static String id(String name) {
        String id = name.replace('0', 'o')
                .replace('O', 'o')
                .replace('1', 'L')
                .replace('l', 'L')
                .replace('I', 'i');
        return id + PADDING.substring(id.length());
    }
}
