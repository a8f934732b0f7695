package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Workers of a night, each by its launcher; they end when this is closed. */
final class WorkerProcesses implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GRACEFUL = Duration.ofSeconds(10);

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;

    private WorkerProcesses(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the tables, starts the workers, and returns when all take part.
     *
     * @param url of the database, for reading
     */
    static WorkerProcesses start(Build build, int number, Path folder, Map<String, String> environment, String url)
            throws IOException, InterruptedException {
        WorkerProcesses all = new WorkerProcesses(folder);
        all.migrate(build, environment);
        for (int i = 1; i <= number; i++) {
            List<String> command =
                    List.of(build.launcher().resolveSibling("worker").toString());
            all.processes.add(Programs.start(name(i), command, folder, withoutLogOfCollections(environment)));
        }
        all.awaitAll(JdbcClient.create(new DriverManagerDataSource(url)));
        return all;
    }

    /** So far; empty where the system does not tell. */
    Optional<Duration> cpu() {
        return processes.stream()
                .map(process -> ProcFiles.cpu(process.pid()))
                .reduce(Optional.of(Duration.ZERO), (one, other) -> one.flatMap(time -> other.map(time::plus)));
    }

    @Override
    public void close() throws IOException {
        processes.forEach(Process::destroy);
        for (int i = 0; i < processes.size(); i++) {
            end(i);
        }
    }

    private void end(int index) throws IOException {
        Process process = processes.get(index);
        try {
            if (!process.waitFor(GRACEFUL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BenchmarkException(
                        "a worker did not end within " + GRACEFUL.toSeconds() + " s:\n" + log(index + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private void migrate(Build build, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command =
                List.of(build.launcher().resolveSibling("shelftally").toString(), "migrate");
        if (Programs.start("migrate", command, folder, environment).waitFor() != 0) {
            throw new BenchmarkException(
                    "the tables were not made:\n" + Files.readString(Programs.log("migrate", folder)));
        }
    }

    private void awaitAll(JdbcClient client) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (client.sql("SELECT COUNT(*) FROM engine_member")
                        .query(Integer.class)
                        .single()
                < processes.size()) {
            for (int i = 0; i < processes.size(); i++) {
                if (!processes.get(i).isAlive() || System.nanoTime() > end) {
                    String log = log(i + 1);
                    processes.forEach(Process::destroyForcibly);
                    throw new BenchmarkException("a worker does not take part:\n" + log);
                }
            }
            Thread.sleep(50);
        }
    }

    private String log(int number) throws IOException {
        return Files.readString(Programs.log(name(number), folder));
    }

    private static String name(int number) {
        return "worker-" + number;
    }

    /** It is the manager's. */
    private static Map<String, String> withoutLogOfCollections(Map<String, String> environment) {
        Map<String, String> own = new HashMap<>(environment);
        own.computeIfPresent("SHELFTALLY_JAVA_OPTS", (name, options) -> options.replaceFirst(" -Xlog:gc.*", ""));
        return own;
    }
}
