package io.shelftally.publication.report;

import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Fold;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The section of the page that says what the night was made from and what it made. */
final class TraceSections {
    private final Summary summary;
    private final WorkerSection workers;
    private final List<PublishedFile> files;

    TraceSections(Summary summary, SharedWork shared, List<PublishedFile> files) {
        this.summary = summary;
        this.workers = new WorkerSection(shared);
        this.files = List.copyOf(files);
    }

    String html() {
        return Frame.section("Where it comes from", "", inputs() + files() + calls() + workers.html() + setup());
    }

    private String inputs() {
        Table table = new Table("What the work lists were read from")
                .constants("Source")
                .codes("Location")
                .numbers("Rows", "Repeated", "Set aside")
                .codes("SHA-256");
        summary.inputs()
                .forEach(input -> table.row(
                        input.source(),
                        input.location(),
                        Figures.number(input.rows()),
                        Figures.number(input.duplicates()),
                        Figures.number(input.quarantined()),
                        input.sha256()));
        return Fold.of("Inputs", table.html());
    }

    private String calls() {
        Table calls =
                new Table("Calls by result").words("Vendor").constants("Result").numbers("Calls");
        summary.calls().forEach(call -> calls.row(call.vendor(), call.result(), Figures.number(call.count())));
        Table quota = new Table("Quota used").words("Vendor", "Window").numbers("Used", "Limit", "Share");
        summary.quota()
                .forEach(used -> quota.row(
                        used.vendor(),
                        used.window(),
                        Figures.number(used.used()),
                        used.limit() == 0 ? "none" : Figures.number(used.limit()),
                        Figures.percent(used.used(), used.limit())));
        return Fold.of(
                "Calls and quota",
                unreadable() + inFlight() + "<div class=\"pair even\">" + calls.html() + quota.html() + "</div>\n");
    }

    private String inFlight() {
        return summary.inFlight().stream()
                .map(found -> "<p class=\"note\">Calls at the same time, as found for " + Html.escape(found.vendor())
                        + ": "
                        + Figures.number(found.last()) + " at the end, from " + Figures.number(found.least()) + " to "
                        + Figures.number(found.most()) + ".</p>\n")
                .collect(Collectors.joining());
    }

    private String unreadable() {
        long times = summary.unreadable().times();
        long waits = summary.unreadable().retryAfter();
        return times + waits == 0
                ? ""
                : "<p class=\"note\">Not readable: " + Figures.number(times) + " times, whose cells are empty, and "
                        + Figures.number(waits)
                        + " Retry-After headers, in whose place the usual pause was kept.</p>\n";
    }

    private String files() {
        Table table = new Table("What was published, and its hashes")
                .files("File")
                .numbers("Rows", "Size")
                .codes("SHA-256");
        files.forEach(file -> table.row(
                file.name(),
                Optional.ofNullable(file.rows()).map(Figures::number).orElse(""),
                Figures.bytes(file.bytes()),
                file.sha256()));
        return Fold.of(
                "Files",
                "<p class=\"note\">To check them, run sha256sum -c SHA256SUMS in their directory.</p>\n"
                        + table.html());
    }

    private String setup() {
        return Fold.of(
                "Versions and settings",
                "<div class=\"pair even\">" + names("Versions", summary.versions())
                        + names("Settings that matter", summary.settings()) + "</div>\n");
    }

    private static String names(String caption, Map<String, String> values) {
        Table table = new Table(caption).constants("Name").codes("Value");
        values.forEach((name, value) -> table.row(name, value));
        return table.html();
    }
}
