package io.shelftally.intake.selection;

import io.shelftally.base.text.ByteOrderMark;
import io.shelftally.intake.rows.Quoted;
import io.shelftally.intake.worklist.BadInputException;
import io.shelftally.intake.worklist.CaptureIds;
import io.shelftally.intake.worklist.ScanIds;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads ids as a command line gives them: some with commas between, or {@code @} and a file with one a line. In a file the
 * text up to the first comma counts, without quotes around it, so that lines of a work list do, its header too; blank lines
 * are skipped.
 */
public final class IdLists<T> {

    private final String column;
    private final String rule;
    private final Function<String, Optional<T>> reader;

    private IdLists(String column, String rule, Function<String, Optional<T>> reader) {
        this.column = column;
        this.rule = rule;
        this.reader = reader;
    }

    public static IdLists<String> ofCaptures() {
        return new IdLists<>("capture_id", CaptureIds.RULE, CaptureIds::named);
    }

    public static IdLists<Long> ofScans() {
        return new IdLists<>("scan_id", ScanIds.RULE, ScanIds::read);
    }

    /**
     * The ids of all the arguments; throws {@link BadInputException} for a file.
     *
     * @throws IllegalArgumentException for an argument that is not a list of ids
     */
    public Set<T> read(List<String> arguments) {
        Set<T> ids = new LinkedHashSet<>();
        arguments.forEach(argument ->
                ids.addAll(argument.startsWith("@") ? ofFile(argument.substring(1)) : ofArgument(argument)));
        return ids;
    }

    private Set<T> ofArgument(String argument) {
        Set<T> ids = new LinkedHashSet<>();
        for (String id : argument.split(",", -1)) {
            ids.add(reader.apply(id.strip())
                    .orElseThrow(() -> new IllegalArgumentException(Quoted.text(id) + " is no id: " + rule)));
        }
        return ids;
    }

    private Set<T> ofFile(String name) {
        List<String> lines = lines(name);
        Set<T> ids = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String id = unquoted(lines.get(i).split(",", 2)[0].strip());
            boolean isHeader = ids.isEmpty() && id.equalsIgnoreCase(column);
            if (!id.isEmpty() && !isHeader) {
                String place = Quoted.plain(name) + ", line " + (i + 1);
                ids.add(reader.apply(id)
                        .orElseThrow(() -> new BadInputException(
                                place + ": " + Quoted.text(id) + " is no id: " + rule + ".\nWrite one id a line.")));
            }
        }
        if (ids.isEmpty()) {
            throw new BadInputException(Quoted.plain(name) + ": it holds no ids.\nWrite one id a line.");
        }
        return ids;
    }

    private static String unquoted(String id) {
        return id.length() > 1 && id.startsWith("\"") && id.endsWith("\"")
                ? id.substring(1, id.length() - 1).strip()
                : id;
    }

    private static List<String> lines(String name) {
        try {
            return ByteOrderMark.linesBehind(Path.of(name));
        } catch (CharacterCodingException e) {
            throw new BadInputException(Quoted.plain(name) + ": not UTF-8.\nSave the file as UTF-8 and run again.");
        } catch (IOException | InvalidPathException e) {
            throw new BadInputException(Quoted.plain(name)
                    + ": there is no such file, or this user may not read it.\nName a file with one id a line.");
        }
    }
}
