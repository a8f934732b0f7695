package io.shelftally.intake.worklist;

import io.shelftally.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The two lists, given as files. */
public final class IntakeFuzz {

    private static final List<String> WORDS = List.of(
            ",",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\uFEFF",
            "\u00A0",
            "\u0000",
            "é",
            "capture_id",
            "scan_id",
            "007",
            "-1",
            "9223372036854775808",
            "AAAAAAAAAAAAAAAAAAAAAA",
            "\n1,2,3",
            "../../x",
            "x".repeat(300));

    private IntakeFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget(
                        "captures.csv",
                        List.of(
                                "capture_id,scan_id,store_id\nAAAAAAAAAAAAAAAAAAAAAA,1,0412\r\nBBBBBBBBBBBBBBBBBBBBBB,,\"a,\n\"\n"),
                        WORDS,
                        input -> check(input, true)),
                new FuzzTarget(
                        "scans.csv",
                        List.of("scan_id,store_id,section\n1,0412,Soda\n\"0002\",\"0\"\"4\",\"a\r\nb\"\n3,,\n"),
                        WORDS,
                        input -> check(input, false)));
    }

    /** Every row is taken, repeated or set aside; or the whole list is refused. */
    private static void check(byte[] input, boolean captures) throws IOException {
        Path file = Files.createTempFile("list", ".csv");
        try {
            Files.write(file, input);
            WorkList work = IntakeFixture.intake("1")
                    .read(new IntakeRequest(captures ? file : null, captures ? null : file, false));
            InputSource source = work.sources().get(0);
            int taken = captures ? work.captures().size() : work.scans().size();
            if (taken + source.duplicates() + source.quarantined() != source.rows()
                    || work.quarantine().size() != source.quarantined()) {
                throw new AssertionError(source + " with " + taken + " rows taken");
            }
        } catch (BadInputException documented) {
            if (String.valueOf(documented.getMessage()).lines().count() != 2) {
                throw documented;
            }
        } finally {
            Files.delete(file);
        }
    }
}
