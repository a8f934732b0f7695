package io.shelftally.nightly;

import io.shelftally.collect.Progress;
import io.shelftally.intake.WorkList;
import io.shelftally.publishing.Publisher;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Checks that the night can be published, takes its work list, and tells what is planned. */
@Component
class WorkListStep implements Tasklet {

    private final WorkLists lists;
    private final NightPlans plans;
    private final NightState state;
    private final Progress progress;

    WorkListStep(WorkLists lists, NightPlans plans, NightState state, Progress progress) {
        this.lists = lists;
        this.plans = plans;
        this.state = state;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightOptions options = NightOptions.of(context);
        new Publisher(options.out()).check(options.businessDate());
        WorkList list = lists.read(options.lists());
        lists.take(options.businessDate(), list);
        state.sources(list.sources());
        progress.say(plans.of(PlanOptions.of(options)).text());
        return RepeatStatus.FINISHED;
    }
}
