package io.shelftally.job.nightly;

import io.shelftally.calls.collect.Progress;
import io.shelftally.job.planning.NightPlans;
import io.shelftally.job.planning.WorkLists;
import io.shelftally.job.reruns.Reruns;
import io.shelftally.publication.publishing.Publisher;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Checks that the night can be published, takes its work list or begins its rerun, and tells what is planned. */
@Component
class WorkListStep implements Tasklet {

    private final WorkLists lists;
    private final Reruns reruns;
    private final NightPlans plans;
    private final NightState state;
    private final Progress progress;

    WorkListStep(WorkLists lists, Reruns reruns, NightPlans plans, NightState state, Progress progress) {
        this.lists = lists;
        this.reruns = reruns;
        this.plans = plans;
        this.state = state;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightOptions options = NightOptions.of(context);
        new Publisher(options.out()).check(options.businessDate());
        state.selection()
                .ifPresentOrElse(
                        selection -> reruns.begin(options.businessDate(), selection),
                        () -> lists.take(options.businessDate(), lists.read(options.lists())));
        state.tookWorkList(lists.sources(options.businessDate()));
        progress.say(plans.of(options.toPlan()).text());
        return RepeatStatus.FINISHED;
    }
}
