package io.shelftally.job.workers;

import io.shelftally.calls.answers.VendorException;
import io.shelftally.engine.Engine;
import io.shelftally.engine.EngineSettings;
import io.shelftally.night.run.SessionName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** This process as one of those that work tasks off; it does so from its start to its end. */
final class Participant implements Taker, AutoCloseable {

    private final Engine engine;
    private final Consumer<LocalDate> newRun;
    private final Predicate<VendorException> leaving;
    private final String name;
    private long lastToken;

    /**
     * @param newRun is told of the night of each run that this process begins to work for
     * @param leaving is told of refused credentials; whether the process ends for them
     */
    Participant(
            DataSource dataSource,
            SessionName session,
            SharedTasks tasks,
            WorkerSettings settings,
            Consumer<LocalDate> newRun,
            Predicate<VendorException> leaving) {
        this.name = session.text();
        this.newRun = newRun;
        this.leaving = leaving;
        this.engine = Engine.of(dataSource, EngineSettings.of(name, settings.slices()), tasks.kinds(this));
    }

    Engine engine() {
        return engine;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String host() {
        return engine.host();
    }

    @Override
    public Clock clock() {
        return engine.clock();
    }

    @Override
    public synchronized void began(LocalDate businessDate, long token) {
        if (token != lastToken) {
            lastToken = token;
            newRun.accept(businessDate);
        }
    }

    @Override
    public void did(long items) {
        engine.count(items);
    }

    @Override
    public boolean leaves(VendorException trouble) {
        return leaving.test(trouble);
    }

    @Override
    public void close() {
        engine.close();
    }
}
