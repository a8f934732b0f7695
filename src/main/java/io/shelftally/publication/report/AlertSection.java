package io.shelftally.publication.report;

import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.Markup;

/** The rules of the settings that the night trips, before all else; nothing where none does. */
final class AlertSection {
    private final Summary summary;

    AlertSection(Summary summary) {
        this.summary = summary;
    }

    String html() {
        if (summary.alerts().isEmpty()) {
            return "";
        }
        StringBuilder items = new StringBuilder("<ul class=\"checks\">\n");
        summary.alerts()
                .forEach(alert -> items.append(Markup.of(
                        "<li><strong>%s</strong>: %s. Rule: %s</li>\n",
                        alert.level() == Summary.Level.FAIL ? "Failed" : "Warned",
                        Html.escape(alert.words()),
                        Html.escape(alert.rule()))));
        return Frame.section(
                "Rules that tripped",
                "Set by whoever runs this; the night is published all the same.",
                items + "</ul>\n");
    }
}
