package io.shelftally;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the project's Markdown, for tests that hold a page and the code together. */
public final class Documents {

    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

    private Documents() {}

    /** Every page of the project. */
    public static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> findings = Files.walk(Path.of("findings"));
                Stream<Path> jobs = Files.walk(Path.of("jobs"));
                Stream<Path> samples = Files.walk(Path.of("sample-data"))) {
            return Stream.of(root, docs, findings, jobs, samples)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The page of the runbook that has a heading of the second level: there is one, whatever page it moves to. */
    public static Path runbook(String heading) throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path page : runbook()) {
            if (Files.readAllLines(page).contains("## " + heading)) {
                pages.add(page);
            }
        }
        if (pages.size() != 1) {
            throw new IllegalStateException(
                    "\"## " + heading + "\" stands in " + pages + ", and not in one page of jobs/");
        }
        return pages.get(0);
    }

    /** The pages of the runbook. */
    public static List<Path> runbook() throws IOException {
        return pages().stream().filter(page -> page.startsWith("jobs")).toList();
    }

    /** The lines after a heading of the second level, up to the next one; none if there is no such heading. */
    public static List<String> section(Path page, String heading) throws IOException {
        return Files.readAllLines(page).stream()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
    }

    /** What a heading can be linked by: lower case, spaces as hyphens, no other punctuation. */
    public static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The rows of the section's tables, without their heads; a cell in backticks is given without them. */
    public static List<List<String>> rows(List<String> section) {
        return section.stream()
                .filter(line -> line.startsWith("|"))
                .filter(line -> !isHead(section, line) && !isRule(line))
                .map(Documents::cells)
                .toList();
    }

    /** The lines of a page that are prose: no table, and nothing that is code or output. Others are empty, so that numbers stay. */
    public static List<String> prose(Path page) throws IOException {
        return outsideBlocks(page).stream()
                .map(line -> isTable(line) ? "" : line)
                .toList();
    }

    /** Each cell of each table of a page, as it is written. */
    public static List<String> cells(Path page) throws IOException {
        return outsideBlocks(page).stream()
                .filter(Documents::isTable)
                .flatMap(line -> Arrays.stream(CELL_END.split(line.strip().substring(1), -1)))
                .map(String::strip)
                .toList();
    }

    private static List<String> outsideBlocks(Path page) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean isInBlock = false;
        for (String line : Files.readAllLines(page)) {
            boolean isFence = line.strip().startsWith("```");
            lines.add(isFence || isInBlock ? "" : line);
            isInBlock ^= isFence;
        }
        return lines;
    }

    private static boolean isTable(String line) {
        return line.strip().startsWith("|");
    }

    private static boolean isHead(List<String> section, String line) {
        int next = section.indexOf(line) + 1;
        return next < section.size() && isRule(section.get(next));
    }

    private static boolean isRule(String line) {
        return line.matches("\\|[-|]+\\|");
    }

    private static List<String> cells(String line) {
        return Arrays.stream(CELL_END.split(line.substring(1), -1))
                .map(String::strip)
                .map(cell -> cell.matches("`[^`]*`") ? cell.substring(1, cell.length() - 1) : cell)
                .toList();
    }
}
