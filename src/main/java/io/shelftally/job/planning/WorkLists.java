package io.shelftally.job.planning;

import io.shelftally.intake.quarantine.QuarantineDecisions;
import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.intake.worklist.InputSource;
import io.shelftally.intake.worklist.Intake;
import io.shelftally.intake.worklist.IntakeRequest;
import io.shelftally.intake.worklist.Mending;
import io.shelftally.intake.worklist.WorkList;
import io.shelftally.job.reruns.Reruns;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.scans.ScanNights;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the work list and brings a night's items in line with it, and with what earlier nights left open. */
@Component
public class WorkLists {

    private static final Logger LOG = LoggerFactory.getLogger(WorkLists.class);

    private final Intake intake;
    private final CaptureNights captures;
    private final ScanNights scans;
    private final SetAside setAside;
    private final QuarantineDecisions decisions;
    private final NightInputs inputs;
    private final Reruns reruns;
    private final NightWrites writes;
    private final Clock clock;

    WorkLists(
            Intake intake,
            CaptureNights captures,
            ScanNights scans,
            SetAside setAside,
            QuarantineDecisions decisions,
            NightInputs inputs,
            Reruns reruns,
            NightWrites writes,
            Clock clock) {
        this.intake = intake;
        this.captures = captures;
        this.scans = scans;
        this.setAside = setAside;
        this.decisions = decisions;
        this.inputs = inputs;
        this.reruns = reruns;
        this.writes = writes;
        this.clock = clock;
    }

    public WorkList read(IntakeRequest request) {
        WorkList list = intake.read(request);
        LOG.info(
                "the work list holds {} captures and {} scans; rows set aside: {}",
                list.captures().size(),
                list.scans().size(),
                list.quarantine().size());
        return list;
    }

    /** What the work list of a night was read from, with the columns where they were kept. */
    public List<InputSource> sources(LocalDate businessDate) {
        return inputs.of(businessDate).stream()
                .map(source -> source.withHeader(
                        setAside.header(businessDate, source.source()).orElse("")))
                .toList();
    }

    /** With the rows that were mended for the date. */
    public void take(LocalDate businessDate, WorkList list) {
        Instant now = clock.instant();
        writes.run(() -> {
            reruns.end(businessDate);
            WorkList mended = Mending.apply(list, decisions.of(businessDate));
            setAside.forgetInputs(businessDate);
            setAside.add(businessDate, mended.quarantine());
            list.sources().forEach(source -> setAside.header(businessDate, source.source(), source.header()));
            inputs.replace(businessDate, list.sources());
            scans.take(businessDate, mended.scans(), now);
            captures.take(businessDate, mended.captures(), now);
        });
    }
}
