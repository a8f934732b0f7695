package io.shelftally.job.nightly;

import io.shelftally.publication.report.CountText;
import io.shelftally.publication.report.Summary;
import java.util.Locale;

/** A few lines for people: what the run found and where the files are. */
final class NightReport {

    private NightReport() {}

    static String text(NightState.Outcome outcome) {
        Summary night = outcome.summary();
        long rows =
                night.verdicts().values().stream().mapToLong(Long::longValue).sum();
        return String.format(
                Locale.ROOT,
                """
                Night of %s: %s
                  scans     %s
                  captures  %s
                  rows      %d (%s)
                  breaks    %d open, %d opened tonight, %d closed
                  carried   %d captures and %d scans go on to the next night
                  files     %s
                %s""",
                night.businessDate(),
                result(outcome),
                CountText.of(night.scans()),
                CountText.of(night.captures()),
                rows,
                CountText.of(night.verdicts()),
                night.breaks().open(),
                night.breaks().opened(),
                night.breaks().closed(),
                night.carriedOver().captures(),
                night.carriedOver().scans(),
                outcome.link(),
                night.otherReports().types().isEmpty()
                        ? ""
                        : "  reports   " + night.otherReports().words() + "\n");
    }

    /** What was published, in a few words. */
    static String result(NightState.Outcome outcome) {
        int version = outcome.publication().version();
        return outcome.publication().isNew()
                ? "published version " + version
                : "nothing new, version " + version + " stands";
    }
}
