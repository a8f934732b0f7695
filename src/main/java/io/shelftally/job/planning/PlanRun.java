package io.shelftally.job.planning;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.intake.worklist.WorkList;
import io.shelftally.night.run.Lease;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans a run as the run itself would, under the lease, in a transaction that is rolled back. */
@Component
public class PlanRun {

    private final WorkLists lists;
    private final NightPlans plans;
    private final Lease lease;
    private final TransactionTemplate transaction;
    private final StopSignal stop;

    PlanRun(
            WorkLists lists,
            NightPlans plans,
            Lease lease,
            PlatformTransactionManager transactionManager,
            StopSignal stop) {
        this.lists = lists;
        this.plans = plans;
        this.lease = lease;
        this.transaction = new TransactionTemplate(transactionManager);
        this.stop = stop;
    }

    /** Calls no vendor and leaves the night as it is; throws what a run would throw before its first call. */
    public NightPlan plan(PlanOptions options) {
        return lease.during(options.businessDate(), stop::check, () -> plan(options, lists.read(options.lists())));
    }

    private NightPlan plan(PlanOptions options, WorkList list) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            lists.take(options.businessDate(), list);
            return plans.of(options);
        }));
    }
}
