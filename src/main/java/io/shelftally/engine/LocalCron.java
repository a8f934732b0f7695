package io.shelftally.engine;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Cron by the clock on the wall. The library's own way in a zone leaves out what falls into the hour that summer time skips, and
 * with it a night: here the rule is asked as if there were no zones, and its answer then taken for the zone's.
 */
final class LocalCron implements Schedule {

    private final Schedule rule;
    private final ZoneId zone;

    LocalCron(String cron, ZoneId zone) {
        this.rule = new CronSchedule(cron, ZoneOffset.UTC, CronStyle.UNIX);
        this.zone = zone;
    }

    Instant after(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        Instant next = moment;
        while (!next.isAfter(moment)) {
            local = LocalDateTime.ofInstant(
                    rule.getNextExecutionTime(ExecutionComplete.simulatedSuccess(local.toInstant(ZoneOffset.UTC))),
                    ZoneOffset.UTC);
            next = local.atZone(zone).toInstant();
        }
        return next;
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete complete) {
        return after(complete.getTimeDone());
    }

    @Override
    public boolean isDeterministic() {
        return true;
    }
}
