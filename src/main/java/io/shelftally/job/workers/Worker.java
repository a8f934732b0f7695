package io.shelftally.job.workers;

import io.shelftally.base.database.DatabaseProduct;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.job.connections.BadSettingException;
import io.shelftally.night.run.SessionName;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A process that does nothing but take part in whatever run is at work. */
@Component
public class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final long LOOK_MILLIS = 200;

    private final DataSource dataSource;
    private final SessionName session;
    private final SharedTasks tasks;
    private final WorkerSettings settings;
    private volatile Optional<VendorException> refused = Optional.empty();

    Worker(DataSource dataSource, SessionName session, SharedTasks tasks, WorkerSettings settings) {
        this.dataSource = dataSource;
        this.session = session;
        this.tasks = tasks;
        this.settings = settings;
    }

    /** Works until it is to stop, and then puts down what it has in hand; throws if a vendor refuses its credentials. */
    public void run(StopSignal stop) throws InterruptedException {
        if (!DatabaseProduct.isPostgresql(new JdbcTemplate(dataSource))) {
            throw new BadSettingException("a worker needs the PostgreSQL database that the night runs in, and"
                    + " spring.datasource.url names one of H2, which one process has for itself");
        }
        try (Participant participant = new Participant(
                dataSource,
                session,
                tasks,
                settings,
                night -> LOG.info("takes part in the night of {}", night),
                this::leaves)) {
            participant.engine().start();
            LOG.info("{} waits for a run to take part in", participant.name());
            while (!stop.isSet() && refused.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
        refused.ifPresent(trouble -> {
            throw trouble;
        });
    }

    private boolean leaves(VendorException trouble) {
        refused = Optional.of(trouble);
        return true;
    }
}
