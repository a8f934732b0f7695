package io.shelftally.publication.verification;

import io.shelftally.base.digest.Sha256;
import io.shelftally.intake.rows.Quoted;
import io.shelftally.publication.verification.Finding.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code SHA256SUMS}, and {@code _SUCCESS}, which holds its hash. */
final class Checksums {

    static final String FILE = "SHA256SUMS";
    static final String SUCCESS = "_SUCCESS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._-]+)");

    private final Map<String, String> hashes = new TreeMap<>();
    private final Findings findings;

    Checksums(Findings findings) {
        this.findings = findings;
    }

    void read(Path directory) throws IOException {
        String text = Files.readString(directory.resolve(FILE), StandardCharsets.ISO_8859_1);
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                hashes.put(matcher.group(2), matcher.group(1));
            } else if (number == 1 || !line.isEmpty()) {
                findings.add(
                        Part.CHECKSUMS,
                        FILE,
                        number,
                        Quoted.text(line) + " is no check sum: 64 hex digits, two spaces and a name",
                        Findings.REPUBLISH);
            }
        }
    }

    /** @param names of the files that are there */
    void checkSuccess(Path directory, Iterable<String> names) throws IOException {
        for (String name : names) {
            if (name.equals(SUCCESS)) {
                String told = Files.readString(directory.resolve(SUCCESS), StandardCharsets.ISO_8859_1);
                if (!told.equals(Sha256.ofFile(directory.resolve(FILE)) + "\n")) {
                    findings.damaged(Part.SUCCESS, SUCCESS, "it is stale: it does not hold the hash of " + FILE);
                }
            }
        }
    }

    void check(FileFacts facts) {
        String told = hashes.get(facts.name());
        if (told == null) {
            findings.damaged(Part.CHECKSUMS, FILE, "it has no line for " + facts.name());
        } else if (!told.equals(facts.sha256())) {
            findings.damaged(Part.CHECKSUMS, facts.name(), "the bytes were changed: the hash is not that of " + FILE);
        }
    }

    /** By name. */
    Map<String, String> hashes() {
        return hashes;
    }
}
