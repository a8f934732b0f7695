package io.shelftally.proof.benchmark;

import static io.shelftally.proof.benchmark.Page.figure;

import java.time.Duration;
import java.util.Optional;

/** What is said of a night by workers. */
record TeamText(Page page) {

    private static final String FORM = "  %-14s%10s%18s%12s%14s%14s%14s\n";

    void teams(TeamWork work) {
        Load load = work.alone().load();
        page.heading("Collect by workers, " + load.vendor() + ", " + load.inFlight() + " in flight each");
        page.add(FORM, "workers", "seconds", "items a second", "times one", "CPU: workers", "manager", "database");
        row("one process", work.alone(), "", Optional.empty());
        for (Team team : work.teams()) {
            row(Integer.toString(team.workers()), team.night(), figure("%.2f", work.timesOne(team)), team.workersCpu());
        }
        page.line("one beside one process", figure("%.2f times the time to collect", work.oneByAlone()));
        Idle idle = work.idle();
        page.line(
                "one that waits",
                idle.share()
                        .map(share -> figure(
                                "%.2f %% of a core (%d of them, %.0f s; the database for all of them %.2f %%)",
                                100 * share,
                                idle.workers(),
                                LittlesLaw.seconds(idle.time()),
                                100
                                        * LittlesLaw.seconds(idle.serverCpu().orElse(Duration.ZERO))
                                        / LittlesLaw.seconds(idle.time())))
                        .orElse("not available"));
        work.teams().stream()
                .flatMap(team -> team.night().peakHeap().stream()
                        .map(heap -> figure("%d MiB with %d workers", heap, team.workers())))
                .reduce((first, last) -> last)
                .ifPresent(text -> page.line("manager's peak heap", text));
    }

    private void row(String who, Night night, String times, Optional<Duration> workersCpu) {
        page.add(
                FORM,
                who,
                figure("%.2f", night.collectSeconds()),
                figure("%.1f", night.itemsPerSecond()),
                times,
                workersCpu.map(Page::seconds).orElse(""),
                night.jobCpu().map(Page::seconds).orElse(""),
                night.serverCpu().map(Page::seconds).orElse(""));
    }
}
