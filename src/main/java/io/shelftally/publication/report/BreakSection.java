package io.shelftally.publication.report;

import io.shelftally.publication.pages.BreakItems;
import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Fold;
import io.shelftally.publication.pages.Frame;
import io.shelftally.publication.pages.Html;
import io.shelftally.publication.pages.Markup;
import java.util.List;

/** The open breaks, with which work begins: the oldest in sight, more of them folded, all in the file. */
final class BreakSection {
    private static final int IN_SIGHT = 6;

    private final Summary.Breaks breaks;
    private final List<ListedBreak> open;

    BreakSection(ReportedNight night) {
        this.breaks = night.summary().breaks();
        this.open = night.open();
    }

    String html() {
        return Frame.section("Open breaks", lead(), list());
    }

    private String lead() {
        return Markup.of(
                "<strong>%s open</strong>: %s opened tonight, %s closed. A break is one product at one place that the"
                        + " evidence contradicts. The oldest come first; %s has them all.",
                Figures.number(breaks.open()),
                Figures.number(breaks.opened()),
                Figures.number(breaks.closed()),
                Html.file("breaks.csv"));
    }

    private String list() {
        if (open.isEmpty()) {
            return "<p>There is nothing to look at in a store.</p>\n";
        }
        int inSight = Math.min(IN_SIGHT, open.size());
        String rest = open.size() == inSight
                ? ""
                : Fold.of("The next " + (open.size() - inSight), items(open.subList(inSight, open.size())));
        return items(open.subList(0, inSight)) + rest + further();
    }

    private String further() {
        long further = breaks.open() - open.size();
        return further == 0
                ? ""
                : "<p class=\"note\">" + Figures.number(further) + " more in " + Html.file("breaks.csv") + ".</p>\n";
    }

    private static String items(List<ListedBreak> some) {
        return BreakItems.list(
                some,
                ListedBreak::found,
                listed -> " · row " + Figures.number(listed.row()) + " of " + Html.file("breaks.csv"));
    }
}
