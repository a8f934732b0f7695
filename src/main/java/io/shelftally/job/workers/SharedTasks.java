package io.shelftally.job.workers;

import io.shelftally.base.database.DatabaseProduct;
import io.shelftally.engine.TaskKind;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What processes that take part in a run can do for it, and whether runs can be shared at all. */
@Component
class SharedTasks {

    private final CollectTask collect;
    private final ShareTask reconcile;
    private final DataSource dataSource;
    private final WorkerSettings settings;

    SharedTasks(CollectTask collect, ShareTask reconcile, DataSource dataSource, WorkerSettings settings) {
        this.collect = collect;
        this.reconcile = reconcile;
        this.dataSource = dataSource;
        this.settings = settings;
    }

    List<TaskKind> kinds(Taker taker) {
        return List.of(
                TaskKind.of(CollectTask.KIND, run -> collect.run(run, taker)),
                TaskKind.of(ShareTask.KIND, run -> reconcile.run(run, taker)));
    }

    /** Whether runs on this database can be shared, and the settings let them. */
    boolean arePossible() {
        return settings.share() == WorkerSettings.Share.AUTO
                && DatabaseProduct.isPostgresql(new JdbcTemplate(dataSource));
    }
}
