package io.shelftally.job.nightly;

import io.shelftally.calls.collect.Progress;
import io.shelftally.night.captures.Capture;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.scans.ScanNights;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Finds the scan of each capture: that of its intake row, else the scan id of its metadata, else the scan whose guid its
 * metadata name. A scan that was reported on an earlier night and has a capture now is taken in again.
 */
@Component
class LinkStep implements Tasklet {

    private static final int PAGE = 500;

    private final CaptureNights captures;
    private final ScanNights scans;
    private final EvidenceStore evidence;
    private final ClosientSettings settings;
    private final NightWrites writes;
    private final Progress progress;
    private final Clock clock;

    LinkStep(
            CaptureNights captures,
            ScanNights scans,
            EvidenceStore evidence,
            ClosientSettings settings,
            NightWrites writes,
            Progress progress,
            Clock clock) {
        this.captures = captures;
        this.scans = scans;
        this.evidence = evidence;
        this.settings = settings;
        this.writes = writes;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        LocalDate businessDate = NightOptions.of(context).businessDate();
        long total = captures.count(businessDate);
        long done = 0;
        List<CaptureOfNight> page = captures.page(businessDate, "", PAGE);
        while (!page.isEmpty()) {
            link(businessDate, page);
            done += page.size();
            progress.items("captures", done, total);
            page = captures.page(businessDate, page.get(page.size() - 1).captureId(), PAGE);
        }
        writes.run(() -> scans.reopen(businessDate, clock.instant()));
        return RepeatStatus.FINISHED;
    }

    private void link(LocalDate businessDate, List<CaptureOfNight> page) {
        Map<String, Optional<Long>> links = new HashMap<>();
        page.forEach(capture -> links.put(capture.captureId(), scanOf(businessDate, capture)));
        writes.run(() -> captures.link(businessDate, links));
    }

    private Optional<Long> scanOf(LocalDate businessDate, CaptureOfNight capture) {
        return capture.scanId()
                .or(() -> capture.answerSha256()
                        .map(sha256 -> Capture.read(evidence.body(sha256), settings))
                        .flatMap(read -> read.scanId()
                                .or(() -> read.scanGuid().flatMap(guid -> scans.withGuid(businessDate, guid)))));
    }
}
