package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Credentials;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes, on hosts whose clocks differ, call a vendor that refuses what is too much. */
@OnPostgresql
@Timeout(120)
class QuotaOfProcessesOnPostgresqlIT {

    private static final int PER_MINUTE = 200;

    @Test
    void processesOfWhichSomeAreKilledUseAMinuteUpAndNeverGoBeyondIt(@TempDir Path home) throws Exception {
        Desk desk = new Desk(home);
        assertThat(desk.run("migrate").code()).isZero();
        SandboxOptions options = SandboxOptions.of(WorldSource.seed(new SeededOptions(3, 4, 2, 5, 25)))
                .withLimits(Limits.DOCUMENTED.withRates(PER_MINUTE, 0));
        List<ChildProcess> users = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.start(options)) {
            users.add(user(home, sandbox, "0s"));
            users.add(user(home, sandbox, "30s"));
            await(() -> calls(sandbox) > 20, users);
            users.add(user(home, sandbox, "-30s"));
            users.remove(0).kill();
            users.add(user(home, sandbox, "60s"));

            await(() -> calls(sandbox) >= PER_MINUTE - 10, users);
            Thread.sleep(3000);

            assertThat(sandbox.journal().entries())
                    .extracting(JournalEntry::status)
                    .doesNotContain(429);
            assertThat(calls(sandbox)).isLessThanOrEqualTo(PER_MINUTE);
        } finally {
            users.forEach(ChildProcess::close);
        }
    }

    /** @param hostClock by how much that of its host is fast */
    private static ChildProcess user(Path home, Sandbox sandbox, String hostClock) {
        return ChildProcess.java(List.of(
                "-Dshelftally.host-clock=" + hostClock,
                QuotaUser.class.getName(),
                TestDatabase.url(home),
                sandbox.baseUri() + "/scanner/api/v1/captures/nosuchcapture000000000",
                Credentials.MADE_UP.apiKey(),
                String.valueOf(PER_MINUTE),
                "3"));
    }

    private static int calls(Sandbox sandbox) {
        return sandbox.journal().entries().size();
    }

    private static void await(BooleanSupplier what, List<ChildProcess> users) throws InterruptedException {
        while (!what.getAsBoolean()) {
            assertThat(users).allMatch(ChildProcess::isAlive);
            Thread.sleep(5);
        }
    }
}
