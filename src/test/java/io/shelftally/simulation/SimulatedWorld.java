package io.shelftally.simulation;

import io.shelftally.calls.quota.QuotaSettings;
import io.shelftally.calls.quota.VendorQuota;
import io.shelftally.night.captures.SimulatedClosient;
import io.shelftally.night.run.NightDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Jobs that share a key, their vendors and all that befalls them, drawn from a seed. */
final class SimulatedWorld implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Duration LONGEST_NIGHT = Duration.ofHours(6);

    final Stage stage = new Stage();
    final WallClock wall = new WallClock(stage);
    final NightDatabase ledgerDb = new NightDatabase();
    final List<String> wrongs = new ArrayList<>();
    final Conditions conditions;
    final VendorQuota quota;
    final KeyQuota key;
    final SimulatedClosient closient;
    final Wire wire;

    private final Random random;
    private final List<SimulatedJob> jobs = new ArrayList<>();

    SimulatedWorld(long seed, Conditions conditions) {
        this.random = new Random(seed);
        this.conditions = conditions;
        QuotaSettings settings = new QuotaSettings(conditions.perMinute(), conditions.perDay(), conditions.reserve());
        this.quota = new VendorQuota("vendor-key", settings, TIMEOUT);
        this.key = new KeyQuota(stage, fork(), conditions.perMinute(), conditions.perDay(), conditions.headers());
        this.closient = new SimulatedClosient(stage, fork(), key);
        this.wire = new Wire(stage, fork(), TIMEOUT);
        wire.worsen(conditions.badCalls(), conditions.slowCalls());
        for (int i = 0; i < conditions.jobs(); i++) {
            jobs.add(new SimulatedJob(this, i, i == 0 ? ledgerDb : new NightDatabase(), fork()));
        }
    }

    /** Plays every night to its end. */
    void play() {
        for (int night = 0; night < conditions.nights(); night++) {
            for (SimulatedJob job : jobs) {
                int number = night;
                stage.after(upTo(Duration.ofMinutes(2)), () -> job.begin(number));
            }
            for (int i = 0; i < conditions.troubles(); i++) {
                stage.after(upTo(Duration.ofMinutes(6)), this::makeTrouble);
            }
            if (!stage.run(LONGEST_NIGHT)) {
                wrongs.add("night " + night + " does not end");
                return;
            }
            jobs.forEach(SimulatedJob::judge);
            stage.after(Duration.ofHours(18).plus(upTo(Duration.ofHours(6))), () -> {});
            stage.run(Duration.ofDays(2));
        }
        judge();
    }

    List<SimulatedJob> jobs() {
        return jobs;
    }

    private void judge() {
        if (key.minute().wasTooFull()) {
            wrongs.add("60 s held " + key.minute().fullest() + " calls");
        }
        if (key.day().wasTooFull()) {
            wrongs.add("24 h held " + key.day().fullest() + " calls");
        }
        wrongs.addAll(closient.wrongs());
    }

    private void makeTrouble() {
        SimulatedJob job = jobs.get(random.nextInt(jobs.size()));
        switch (random.nextInt(8)) {
            case 0, 1 -> job.kill();
            case 2 -> job.killSoon();
            case 3, 4 -> job.killAtTransaction(1 + random.nextInt(12));
            case 5 -> job.stop();
            case 6 -> wire.breakDown(upTo(Duration.ofSeconds(90)));
            default -> setClock(Duration.ofMillis(random.nextInt(7_200_000) - 3_600_000));
        }
    }

    /** A clock may be set back at any time, and forward while a process lives to see it. */
    private void setClock(Duration step) {
        List<SimulatedJob> living =
                jobs.stream().filter(SimulatedJob::isRunning).toList();
        if (living.stream().anyMatch(SimulatedJob::isStalled)) {
            stage.after(Duration.ofSeconds(1), () -> setClock(step));
        } else if (step.isNegative() || !living.isEmpty()) {
            wall.set(step);
            living.forEach(SimulatedJob::visitLedger);
        }
    }

    Duration upTo(Duration most) {
        return Duration.ofNanos((long) (most.toNanos() * random.nextDouble()));
    }

    Random fork() {
        return new Random(random.nextLong());
    }

    @Override
    public void close() {
        stage.close();
        jobs.forEach(SimulatedJob::close);
        ledgerDb.close();
    }
}
