package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Workers that wait for a run. */
record WorkerCrew(List<ChildProcess> workers) implements AutoCloseable {

    /** So many of them, once all are there; the tables must be, too. */
    static WorkerCrew start(Desk desk, int number) throws InterruptedException {
        List<ChildProcess> workers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            workers.add(desk.runElsewhere("work"));
        }
        for (ChildProcess worker : workers) {
            assertThat(worker.awaitLine(line -> line.contains("waits for a run")))
                    .as(worker.err())
                    .isTrue();
        }
        return new WorkerCrew(workers);
    }

    List<Integer> terminate() throws InterruptedException {
        workers.forEach(ChildProcess::terminate);
        List<Integer> codes = new ArrayList<>();
        for (ChildProcess worker : workers) {
            codes.add(worker.exitCode());
        }
        return codes;
    }

    String err() {
        return String.join("\n", workers.stream().map(ChildProcess::err).toList());
    }

    @Override
    public void close() {
        workers.forEach(ChildProcess::close);
    }
}
