package io.shelftally.intake.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The columns of a list, their names trimmed and in lower case; a column without a name is not read. */
final class Header {

    private static final Logger LOG = LoggerFactory.getLogger(Header.class);

    private final int size;
    private final List<String> known;
    private final Map<String, Integer> positions = new HashMap<>();

    private Header(int size, List<String> known) {
        this.size = size;
        this.known = known;
    }

    /**
     * Reads the names, and logs once those that are not known.
     *
     * @param known the first is required
     * @throws UnreadableRowsException if the required name is missing, or any name stands twice
     */
    static Header of(String place, List<String> names, List<String> known) {
        Header header = new Header(names.size(), known);
        for (int i = 0; i < names.size(); i++) {
            header.add(place, WhiteSpace.trim(names.get(i)), i);
        }
        if (header.indexOf(known.get(0)).isEmpty()) {
            throw missing(place, names, known.get(0));
        }
        header.tellUnknown(place, names, known);
        return header;
    }

    /** The names of the known columns at their positions, with commas between. */
    String line() {
        String[] names = new String[size];
        Arrays.fill(names, "");
        positions.forEach((name, position) -> names[position] = known.contains(name) ? name : "");
        return String.join(",", names);
    }

    /** The position of the required column, from 0. */
    int required() {
        return indexOf(known.get(0)).orElseThrow();
    }

    int size() {
        return size;
    }

    /** The position from 0, if the column is there. */
    Optional<Integer> indexOf(String column) {
        return Optional.ofNullable(positions.get(column));
    }

    private void add(String place, String name, int position) {
        if (!name.isEmpty() && positions.putIfAbsent(key(name), position) != null) {
            throw new UnreadableRowsException(
                    place, "the header has the column " + Quoted.text(name) + " twice", "Leave one of the two");
        }
    }

    private void tellUnknown(String place, List<String> names, List<String> known) {
        List<String> unknown = names.stream()
                .map(WhiteSpace::trim)
                .filter(name -> !name.isEmpty() && !known.contains(key(name)))
                .toList();
        if (!unknown.isEmpty()) {
            LOG.warn("{}: these columns are not read: {}", place, Quoted.list(unknown));
        }
    }

    private static UnreadableRowsException missing(String place, List<String> names, String required) {
        boolean otherSeparator = names.size() == 1 && names.get(0).matches("(?s).*[;\\t|].*");
        return new UnreadableRowsException(
                place,
                "the header has no column " + required + ", only " + Quoted.list(names),
                otherSeparator
                        ? "Separate the columns with commas"
                        : "Let the first row name the columns, " + required + " among them");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
