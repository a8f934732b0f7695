package io.shelftally.job.workers;

import io.shelftally.calls.answers.VendorException;
import io.shelftally.engine.Engine;
import io.shelftally.engine.EngineSettings;
import io.shelftally.engine.TaskKind;
import io.shelftally.night.run.SessionName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** This process as one of those that work buckets off; it does so from its start to its end. */
final class Participant implements Taker, AutoCloseable {

    /** The kind of the engine's tasks; as members show it, too. */
    static final String KIND = "collect";

    private final Engine engine;
    private final Consumer<LocalDate> newRun;
    private final Predicate<VendorException> leaving;
    private final String name;
    private volatile Optional<SharedRun> last = Optional.empty();

    /**
     * @param newRun is told of the night of each run that this process begins to work for
     * @param leaving is told of refused credentials; whether the process ends for them
     */
    Participant(
            DataSource dataSource,
            SessionName session,
            CollectTask task,
            WorkerSettings settings,
            Consumer<LocalDate> newRun,
            Predicate<VendorException> leaving) {
        this.name = session.text();
        this.newRun = newRun;
        this.leaving = leaving;
        this.engine = Engine.of(
                dataSource,
                EngineSettings.of(name, settings.slices()),
                List.of(TaskKind.of(KIND, run -> task.run(run, this))));
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
    public void began(SharedRun run) {
        boolean isNew =
                last.map(SharedRun::token).filter(token -> token == run.token()).isEmpty();
        if (isNew) {
            last = Optional.of(run);
            newRun.accept(run.businessDate());
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
