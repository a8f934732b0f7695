package io.shelftally.night.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.night.run.HandClock;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.run.NightWrites;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.EmptyResultDataAccessException;

class EvidenceStoreTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private final NightDatabase db = new NightDatabase();
    private final EvidenceStore store = new EvidenceStore(db.batches(), db.client());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theBytesComeBackAsTheyCame() {
        byte[] any = new byte[70_000];
        new Random(1).nextBytes(any);

        store.save(NIGHT, List.of(entry("7", any), entry("8", new byte[0])));

        assertThat(store.body(EvidenceBody.of(any).sha256())).isEqualTo(any);
        assertThat(store.body(EvidenceBody.of(new byte[0]).sha256())).isEmpty();
    }

    @Test
    void anAnswerThatBothVendorsGiveAtOnceIsStored() throws Exception {
        HandClock clock = new HandClock();
        NightWrites writes = new NightWrites(db.transactions(), db.heldLease(NIGHT, clock));
        CountDownLatch stored = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> writes.run(() -> {
            store.save(NIGHT, List.of(entry("7", new byte[0])));
            stored.countDown();
            LockSupport.parkNanos(300_000_000);
        }));
        stored.await();

        writes.runRepeatably(() -> store.save(NIGHT, List.of(entry("8", new byte[0]))));
        first.join();

        assertThat(db.value("SELECT COUNT(*) FROM evidence_body")).isEqualTo("1");
        assertThat(db.value("SELECT COUNT(*) FROM evidence")).isEqualTo("2");
    }

    @Test
    void aBodyIsNamedByItsSha256() {
        assertThat(EvidenceBody.of("abc".getBytes(StandardCharsets.US_ASCII)).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theSameBodyIsKeptOnceAndEveryAnswerHasItsEntry() {
        byte[] body = text("{\"status\":\"PENDING\"}");

        store.save(NIGHT, List.of(entry("7", body), entry("8", body)));
        store.save(NIGHT.plusDays(1), List.of(entry("7", body)));

        assertThat(db.value("SELECT COUNT(*) FROM evidence_body")).isEqualTo("1");
        assertThat(db.rows("SELECT business_date, subject FROM evidence ORDER BY 1, 2"))
                .containsExactly("2026-11-22 7", "2026-11-22 8", "2026-11-23 7");
    }

    @Test
    void aBodyIsKeptCompressed() {
        byte[] body = text("{\"product\":\"Beans\"},".repeat(5000));

        store.save(NIGHT, List.of(entry("7", body)));

        assertThat(db.value("SELECT bytes FROM evidence_body")).isEqualTo("100000");
        assertThat(Integer.parseInt(db.value("SELECT OCTET_LENGTH(packed) FROM evidence_body")))
                .isLessThan(body.length / 20);
    }

    @Test
    void anEntrySaysWhoWasAskedWhatAndWhen() {
        store.save(NIGHT, List.of(entry("7", text("{}"))));

        assertThat(db.rows("SELECT vendor, call, subject, http_status, sha256 FROM evidence"))
                .containsExactly(
                        "closient read 7 200 " + EvidenceBody.of(text("{}")).sha256());
        assertThat(db.value("SELECT at = ? FROM evidence", HandClock.START.atOffset(ZoneOffset.UTC)))
                .isEqualTo("true");
    }

    @Test
    void nothingToSaveIsNoTrouble() {
        store.save(NIGHT, List.of());

        assertThat(db.value("SELECT COUNT(*) FROM evidence")).isEqualTo("0");
    }

    @Test
    void whatIsNotStoredIsMissedLoudly() {
        assertThatThrownBy(() -> store.body("0".repeat(64))).isInstanceOf(EmptyResultDataAccessException.class);
    }

    private static EvidenceEntry entry(String subject, byte[] body) {
        return new EvidenceEntry("closient", "read", subject, 200, HandClock.START, EvidenceBody.of(body));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
