package io.shelftally.intake.worklist;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Lists given as text in a test, read with the default settings and no database. */
final class IntakeFixture {

    static final String A = "AAAAAAAAAAAAAAAAAAAAAA";
    static final String B = "BBBBBBBBBBBBBBBBBBBBBB";
    static final String C = "CCCCCCCCCCCCCCCCCCCCCC";

    private final Path folder;

    IntakeFixture(Path folder) {
        this.folder = folder;
    }

    static IntakeSettings settings(String maxBadShare) {
        return settings(maxBadShare, UuidIds.REFUSE);
    }

    static IntakeSettings settings(String maxBadShare, UuidIds uuids) {
        return new IntakeSettings(
                new BigDecimal(maxBadShare), 1 << 20, 500_000, 1 << 26, uuids, null, null, null, null, null);
    }

    static Intake intake(String maxBadShare) {
        return new Intake(settings(maxBadShare), new SimpleDriverDataSource());
    }

    Path file(String name, String csv) {
        try {
            return Files.writeString(folder.resolve(name), csv, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads both lists, however many of their rows are bad; null is a list that is not named. */
    WorkList read(@Nullable String captures, @Nullable String scans) {
        return intake("1")
                .read(new IntakeRequest(
                        captures == null ? null : file("captures.csv", captures),
                        scans == null ? null : file("scans.csv", scans),
                        false));
    }

    WorkList captures(String... rows) {
        return read("capture_id,scan_id,store_id\n" + String.join("\n", rows) + "\n", null);
    }

    WorkList scans(String... rows) {
        return read(null, "scan_id,store_id,section\n" + String.join("\n", rows) + "\n");
    }
}
