package io.shelftally.publication.report;

import io.shelftally.publication.pages.Figures;
import io.shelftally.publication.pages.Fold;
import io.shelftally.publication.pages.Table;

/** The part of the page that tells which workers collected the night; nothing of a night that one process collected. */
final class WorkerSection {
    private final SharedWork shared;

    WorkerSection(SharedWork shared) {
        this.shared = shared;
    }

    String html() {
        if (shared.workers().isEmpty()) {
            return "";
        }
        Table table = new Table("Who collected the night")
                .words("Host")
                .numbers("Settled", "Share", "Time", "Share of time", "Parts")
                .words("Since")
                .codes("Process");
        long settled =
                shared.workers().stream().mapToLong(SharedWork.Worker::settled).sum();
        shared.workers()
                .forEach(worker -> table.row(
                        worker.host(),
                        Figures.number(worker.settled()),
                        Figures.percent(worker.settled(), settled),
                        Figures.duration(worker.time()),
                        Figures.percent(worker.time().toMillis(), shared.took().toMillis()),
                        Figures.number(worker.parts()),
                        Figures.minute(worker.since()),
                        worker.name()));
        return Fold.of("Workers", note() + table.html());
    }

    private static String note() {
        return "<p class=\"note\">Whoever has less than all of the time came late, left early or was lost; what it had not settled"
                + " went to the others.</p>\n";
    }
}
