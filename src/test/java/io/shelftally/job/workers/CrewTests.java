package io.shelftally.job.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.engine.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrewTests {

    private static final String OWN = "the run";

    private final List<Member> members = new ArrayList<>();

    @Test
    void fewWorkersAreToldOneByOne() {
        worker("web1", 1, 312, 4, 0);
        worker("web2", 1, 298, 1, 1);
        worker("web3", 1, 0, 0, 1);

        assertThat(crew().words()).isEqualTo("3 workers: web1 312/min on 4 parts, web2 298/min on 1 part, web3 waits");
        assertThat(crew().number()).isEqualTo("3 workers");
    }

    @Test
    void manyAreToldTogetherWithTheOneThatDoesLeast() {
        for (int host = 1; host <= 6; host++) {
            worker("web" + host, 1, 300 - 10L * host, 4, 0);
        }

        assertThat(crew().words()).isEqualTo("6 workers: 1590/min on 24 parts, least web6 240/min on 4 parts");
    }

    @Test
    void workersOfOneHostAreToldApartByTheirProcesses() {
        worker("web1", 17, 300, 4, 0);
        worker("web1", 18, 310, 4, 0);

        assertThat(crew().words()).isEqualTo("2 workers: web1:17 300/min on 4 parts, web1:18 310/min on 4 parts");
    }

    @Test
    void whoFellSilentIsToldForAWhile() {
        worker("web1", 1, 300, 4, 0);
        worker("web2", 1, 310, 4, 14);
        worker("web3", 1, 310, 4, 601);

        assertThat(crew().words()).isEqualTo("1 worker: web1 300/min on 4 parts, web2 silent for 14 s");
        for (int host = 4; host <= 6; host++) {
            worker("web" + host, 1, 310, 4, 20);
        }
        assertThat(crew().words()).isEqualTo("1 worker: web1 300/min on 4 parts, 4 silent");
    }

    @Test
    void aRunWithoutWorkersWorksItself() {
        assertThat(crew().words()).isEqualTo("no worker");
        member(OWN, "web1", 1, 100, 4, 0, CollectTask.KIND);
        member("another", "web2", 1, 0, 0, 0, "work of another kind");

        assertThat(crew().words()).isEqualTo("no worker, this process works");
        assertThat(crew().number()).isEqualTo("no worker");
    }

    private Crew crew() {
        return Crew.of(members, OWN);
    }

    private void worker(String host, long pid, long perMinute, int parts, int silentSeconds) {
        member(host + " " + pid, host, pid, perMinute, parts, silentSeconds, CollectTask.KIND);
    }

    private void member(String name, String host, long pid, long perMinute, int parts, int silentSeconds, String kind) {
        members.add(new Member(
                name,
                host,
                pid,
                List.of(kind),
                4,
                Instant.EPOCH,
                Duration.ofSeconds(silentSeconds),
                0,
                perMinute,
                Collections.nCopies(parts, "collect 2026-11-21 scans 1")));
    }
}
