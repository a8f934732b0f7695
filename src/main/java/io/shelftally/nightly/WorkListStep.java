package io.shelftally.nightly;

import io.shelftally.captures.CaptureNights;
import io.shelftally.intake.Intake;
import io.shelftally.intake.IntakeRequest;
import io.shelftally.intake.WorkList;
import io.shelftally.publishing.Publisher;
import io.shelftally.quarantine.SetAside;
import io.shelftally.run.NightWrites;
import io.shelftally.scans.ScanNights;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Checks that the night can be published, reads the work list, and brings the night's items in line with it, with what earlier nights left open. */
@Component
class WorkListStep implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(WorkListStep.class);

    private final Intake intake;
    private final CaptureNights captures;
    private final ScanNights scans;
    private final SetAside setAside;
    private final NightWrites writes;
    private final NightState state;
    private final Clock clock;

    WorkListStep(
            Intake intake,
            CaptureNights captures,
            ScanNights scans,
            SetAside setAside,
            NightWrites writes,
            NightState state,
            Clock clock) {
        this.intake = intake;
        this.captures = captures;
        this.scans = scans;
        this.setAside = setAside;
        this.writes = writes;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightOptions options = NightOptions.of(context);
        new Publisher(options.out()).check(options.businessDate());
        WorkList list = intake.read(new IntakeRequest(
                options.captures().orElse(null), options.scans().orElse(null), options.allowEmpty()));
        Instant now = clock.instant();
        writes.run(() -> {
            setAside.forgetInputs(options.businessDate());
            setAside.add(options.businessDate(), list.quarantine());
            scans.take(options.businessDate(), list.scans(), now);
            captures.take(options.businessDate(), list.captures(), now);
        });
        state.sources(list.sources());
        LOG.info(
                "work list: {} captures, {} scans, {} rows set aside",
                list.captures().size(),
                list.scans().size(),
                list.quarantine().size());
        return RepeatStatus.FINISHED;
    }
}
