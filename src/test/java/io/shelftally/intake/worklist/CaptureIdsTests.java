package io.shelftally.intake.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shelftally.intake.quarantine.QuarantineRow;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class CaptureIdsTests {

    private static final String UUID = "3b1f8b40-222c-4a6e-b77e-779d5a94e21c";
    private static final String ID = "CXc85b4rqinB7s5J52TRYb";

    /** Each id was computed with integers of another language. */
    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000,2222222222222222222222",
        "00000000-0000-0000-0000-000000000001,2222222222222222222223",
        "00000000-0000-0000-0000-000000000038,222222222222222222222z",
        "00000000-0000-0000-0000-000000000039,2222222222222222222232",
        "ffffffff-ffff-ffff-ffff-ffffffffffff,oZEq7ovRbLq6UnGMPwc8B5",
        "80000000-0000-0000-0000-000000000000,Qn8RZQxiJfv4FQ9BhUoZb4",
        UUID + "," + ID,
        "5bc8fbbc-bde5-c099-4164-d8399f767c45,JLqpVm6s24b9bDKqEtFg5T",
        "d76d4330-f144-6bea-b0c1-1fdecb91ce37,gLkrfjSA4qyaYoBZhiuAvQ",
        "87b0b125-ec1d-7da0-a6eb-8c9ebd69fe29,SA7roBaiywnKuZ2V9fpbZg",
        "c6a53877-7733-0bdb-d721-0dff076ce2ef,dMa7MCVPoY7D5AswATLuyY"
    })
    void aUuidInAnyCaseIsTheNumberOfItsBitsInBase57(String uuid, String id) {
        assertThat(CaptureIds.read(uuid, UuidIds.CONVERT)).contains(id);
        assertThat(CaptureIds.read(uuid.toUpperCase(Locale.ROOT), UuidIds.CONVERT))
                .contains(id);
        assertThat(CaptureIds.read(uuid, UuidIds.REFUSE)).isEmpty();
        assertThat(CaptureIds.named(uuid)).contains(id);
        assertThat(CaptureIds.read(id, UuidIds.REFUSE)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3b1f8b40222c4a6eb77e779d5a94e21c",
                "{3b1f8b40-222c-4a6e-b77e-779d5a94e21c}",
                "3b1f8b40-222c-4a6e-b77e-779d5a94e21g",
                "3b1f8b4-0222c-4a6e-b77e-779d5a94e21c",
                "3b1f8b40-222c-4a6e-b77e-779d5a94e21\uFF11",
                "aceghjkpqrtw"
            })
    void nothingElseIsConverted(String text) {
        assertThat(CaptureIds.read(text, UuidIds.CONVERT)).isEmpty();
    }

    @Test
    void aRefusedIdIsToldFromItsShape(@TempDir Path folder) {
        WorkList work = new IntakeFixture(folder)
                .captures(UUID.toUpperCase(Locale.ROOT), "7acegqw39trx", "7acegqw39trxa", "7ACEGQW39TRX");

        assertThat(work.quarantine())
                .extracting(QuarantineRow::detail)
                .map(detail -> detail.replaceFirst(Pattern.quote(CaptureIds.RULE), "RULE"))
                .containsExactly(
                        "capture_id is \"3B1F8B40-222C-4A6E-B77E-779D5A94E21C\"; RULE; this is the UUID of one, which"
                                + " shelftally.intake.uuid-ids=convert takes",
                        "capture_id is \"7acegqw39trx\"; RULE; this is an id of 12 characters, as the vendor had before",
                        "capture_id is \"7acegqw39trxa\"; RULE",
                        "capture_id is \"7ACEGQW39TRX\"; RULE");
    }

    @Test
    void aConvertedIdIsTheIdFromThenOn(@TempDir Path folder) {
        String upper = UUID.toUpperCase(Locale.ROOT);
        Path file = new IntakeFixture(folder)
                .file(
                        "captures.csv",
                        String.join(
                                "\n", "capture_id,scan_id", ID + ",1", upper + ",1", IntakeFixture.A, UUID + ",x", ""));
        Intake intake = new Intake(IntakeFixture.settings("1", UuidIds.CONVERT), new SimpleDriverDataSource());

        WorkList work = intake.read(new IntakeRequest(file, null, false));

        assertThat(work.captures())
                .containsExactly(new CaptureEntry(ID, 1L, null), new CaptureEntry(IntakeFixture.A, null, null));
        assertThat(work.sources().get(0).duplicates()).isEqualTo(1);
        assertThat(work.quarantine())
                .extracting(QuarantineRow::subjectId, QuarantineRow::raw)
                .containsExactly(tuple(ID, UUID + ",x"));
    }

    @Test
    void formsOfOneIdWithDifferentValuesAreAConflict(@TempDir Path folder) {
        Path file =
                new IntakeFixture(folder).file("captures.csv", "capture_id,scan_id\n" + ID + ",1\n" + UUID + ",2\n");
        Intake intake = new Intake(IntakeFixture.settings("1", UuidIds.CONVERT), new SimpleDriverDataSource());

        WorkList work = intake.read(new IntakeRequest(file, null, false));

        assertThat(work.captures()).isEmpty();
        assertThat(work.quarantine()).extracting(QuarantineRow::raw).containsExactly(ID + ",1", UUID + ",2");
    }
}
