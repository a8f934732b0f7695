package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendors must prove who they are before anything is sent to them. */
class TlsIT {

    private static final String DATE = "2026-11-02";

    private final Sandbox sandbox = new WorldText()
            .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
            .capture(Ids.id("c1"), "'code': '00013562302284'")
            .start();

    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aCertificateThatNobodyTrustedHasSignedIsRefusedAndNothingIsSent() throws Exception {
        try (TlsFront front = new TlsFront(home, "dns:localhost", sandbox.baseUri())) {
            InProcess.Ended ended = desk(front).night(DATE);

            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.err())
                    .contains("certificate of localhost:" + front.uri().getPort())
                    .contains("nobody whom this Java trusts has signed it", "jobs/install.md");
            assertThat(sandbox.journal().entries()).isEmpty();
        }
    }

    @Test
    void aCertificateOfTheTrustStoreIsAccepted() throws Exception {
        try (TlsFront front = new TlsFront(home, "dns:localhost", sandbox.baseUri());
                ChildProcess night = trusting(front).nightElsewhere(DATE, "--wait", "10s")) {
            assertThat(night.exitCode()).as(night.err()).isZero();

            assertThat(sandbox.journal().entries()).isNotEmpty();
        }
    }

    @Test
    void aCertificateThatIsMadeOutToAnotherHostIsRefusedAndNothingIsSent() throws Exception {
        try (TlsFront front = new TlsFront(home, "dns:vendor.example", sandbox.baseUri());
                ChildProcess night = trusting(front).nightElsewhere(DATE)) {
            assertThat(night.exitCode()).isEqualTo(69);

            assertThat(night.err()).contains("made out to another host").doesNotContain("vendor.example");
            assertThat(sandbox.journal().entries()).isEmpty();
        }
    }

    private Desk trusting(TlsFront front) {
        return desk(front)
                .set("javax.net.ssl.trustStore", front.trustStore().toString())
                .set("javax.net.ssl.trustStorePassword", front.password());
    }

    private Desk desk(TlsFront front) {
        return new Desk(home.resolve("desk"))
                .facing(sandbox)
                .set("shelftally.closient.base-url", front.uri().toString())
                .set("shelftally.pensa.base-url", front.uri().toString())
                .scans("scan_id", "1")
                .captures("capture_id,scan_id", Ids.id("c1") + ",1");
    }
}
