package io.shelftally.publication.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether rows come in the order of their key: numbers as numbers, text by code point, as the database has it without
 * the apostrophe that the file may put before it. A line number of the quarantine counts as a number.
 */
final class KeyOrder {

    private static final int DIGITS_OF_A_LONG = 19;

    /** How a row follows the one before it. */
    enum Step {
        BEHIND,
        SAME,
        BEFORE
    }

    private final List<Integer> places = new ArrayList<>();
    private final List<Field.Type> types = new ArrayList<>();
    private final int lineNumbers;
    private final boolean spreadsheetSafe;
    private List<String> latest = List.of();

    KeyOrder(Resource resource, boolean spreadsheetSafe) {
        for (String column : resource.key()) {
            places.add(resource.indexOf(column));
            types.add(resource.fields().get(resource.indexOf(column)).type());
        }
        this.lineNumbers = resource.name().equals("quarantine") ? resource.key().indexOf("position") : -1;
        this.spreadsheetSafe = spreadsheetSafe;
    }

    Step follow(List<String> row) {
        List<String> before = latest;
        latest = places.stream().map(row::get).toList();
        if (before.isEmpty()) {
            return Step.BEHIND;
        }
        for (int part = 0; part < latest.size(); part++) {
            if (!before.get(part).equals(latest.get(part))) {
                return mayBeLess(part, before.get(part), latest.get(part)) ? Step.BEHIND : Step.BEFORE;
            }
        }
        return Step.SAME;
    }

    /** The key of the latest row, as a message shows it. */
    List<String> key() {
        return latest;
    }

    private boolean mayBeLess(int part, String first, String second) {
        if (types.get(part) == Field.Type.INTEGER) {
            return Longs.parse(first) < Longs.parse(second);
        }
        return readings(part, first).stream()
                .anyMatch(one -> readings(part, second).stream().anyMatch(other -> compare(one, other) < 0));
    }

    private List<String> readings(int part, String cell) {
        if (part == lineNumbers) {
            return List.of(padded(cell));
        }
        return spreadsheetSafe ? Formula.readings(cell) : List.of(cell);
    }

    private static String padded(String position) {
        boolean isNumber = position.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? "0".repeat(Math.max(0, DIGITS_OF_A_LONG - position.length())) + position : position;
    }

    /** By code point: whatever needs two UTF-16 units is behind whatever needs one. */
    private static int compare(String first, String second) {
        int shorter = Math.min(first.length(), second.length());
        for (int i = 0; i < shorter; i++) {
            char one = first.charAt(i);
            char other = second.charAt(i);
            if (one != other) {
                int longer = Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
                return longer == 0 ? Character.compare(one, other) : longer;
            }
        }
        return Integer.compare(first.length(), second.length());
    }
}
