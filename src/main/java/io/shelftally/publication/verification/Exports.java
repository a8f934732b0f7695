package io.shelftally.publication.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which exports a named directory means: itself, or every date in it if it is the folder above the dates. */
public final class Exports {

    private static final Set<String> NAMES =
            Set.of(Checksums.FILE, Checksums.SUCCESS, "datapackage.json", "summary.json", "report.html", "load.sql");

    private Exports() {}

    /**
     * One or more places to check, dates in order.
     *
     * @throws NoExportException if there is neither a file of an export nor a date; says which directory to name
     */
    public static List<Path> at(Path directory) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(directory)) {
            entries = all.sorted().toList();
        }
        List<Path> dates = entries.stream().filter(Exports::isDate).toList();
        if (entries.stream().anyMatch(Exports::isOfAnExport) && dates.isEmpty()) {
            return List.of(directory);
        }
        if (dates.isEmpty() || isFolderOfVersions(dates)) {
            throw new NoExportException(directory + " holds no export" + instead(entries));
        }
        return dates;
    }

    /** One file is enough: the others may be lost. */
    private static boolean isOfAnExport(Path entry) {
        String name = entry.getFileName().toString();
        return Files.isRegularFile(entry) && (NAMES.contains(name) || name.endsWith(".csv"));
    }

    private static boolean isDate(Path entry) {
        try {
            LocalDate.parse(entry.getFileName().toString());
            return Files.isDirectory(entry);
        } catch (DateTimeException other) {
            return false;
        }
    }

    /** In {@code .versions} a date is no version but a folder of them. */
    private static boolean isFolderOfVersions(List<Path> dates) {
        return dates.stream().allMatch(date -> Files.isDirectory(date.resolve("1")) && !Files.isSymbolicLink(date));
    }

    private static String instead(List<Path> entries) {
        String directories = entries.stream()
                .filter(Files::isDirectory)
                .map(Path::toString)
                .limit(3)
                .collect(Collectors.joining(", "));
        return ". Name the directory of a date, or the one above the dates"
                + (directories.isEmpty() ? "" : "; in it are " + directories);
    }
}
