package io.shelftally.job.planning;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.intake.worklist.IntakeRequest;
import io.shelftally.job.reruns.RerunOptions;
import io.shelftally.job.reruns.Reruns;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.CaptureReruns;
import io.shelftally.night.run.Lease;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.night.scans.ScanReruns;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans a rerun as the rerun itself would, under the lease, in a transaction that is rolled back. */
@Component
public class RerunPlans {

    private final Reruns reruns;
    private final NightPlans plans;
    private final CaptureReruns captureReruns;
    private final ScanReruns scanReruns;
    private final CaptureNights captures;
    private final ScanNights scans;
    private final Lease lease;
    private final TransactionTemplate transaction;
    private final StopSignal stop;

    RerunPlans(
            Reruns reruns,
            NightPlans plans,
            CaptureReruns captureReruns,
            ScanReruns scanReruns,
            CaptureNights captures,
            ScanNights scans,
            Lease lease,
            PlatformTransactionManager transactionManager,
            StopSignal stop) {
        this.reruns = reruns;
        this.plans = plans;
        this.captureReruns = captureReruns;
        this.scanReruns = scanReruns;
        this.captures = captures;
        this.scans = scans;
        this.lease = lease;
        this.transaction = new TransactionTemplate(transactionManager);
        this.stop = stop;
    }

    /** Calls no vendor and leaves the night as it is; throws what a rerun would throw before its first call. */
    public RerunPlan plan(LocalDate businessDate, RerunOptions options) {
        return lease.during(
                businessDate,
                stop::check,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    reruns.begin(businessDate, options.selection());
                    return counted(businessDate, options);
                })));
    }

    private RerunPlan counted(LocalDate businessDate, RerunOptions options) {
        IntakeRequest noLists = new IntakeRequest(null, null, true);
        return new RerunPlan(
                plans.of(new PlanOptions(businessDate, noLists, options.waiting(), options.maxRetries())),
                captureReruns.outcomes(businessDate),
                scanReruns.outcomes(businessDate),
                captures.count(businessDate),
                scans.count(businessDate));
    }
}
