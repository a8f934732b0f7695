package io.shelftally.publication.verification;

import io.shelftally.intake.rows.Quoted;
import io.shelftally.publication.export.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a check ended.
 *
 * @param businessDate empty text if it could not be read
 * @param version 0 if it could not be read
 * @param findings the first of each file and part
 * @param findingsInAll those that were only counted, too
 */
public record VerificationReport(
        Path directory,
        String businessDate,
        long version,
        int files,
        long rows,
        List<Finding> findings,
        long findingsInAll) {

    public VerificationReport {
        findings = List.copyOf(findings);
    }

    VerificationReport(Path directory, String businessDate, long version, List<FileFacts> files, Findings findings) {
        this(
                directory,
                businessDate,
                version,
                files.size(),
                files.stream()
                        .mapToLong(FileFacts::rows)
                        .filter(rows -> rows > 0)
                        .sum(),
                findings.kept(),
                findings.count());
    }

    public boolean isSound() {
        return findingsInAll == 0;
    }

    /**
     * A line a finding, and a verdict as the last line.
     *
     * @param all whether those are told too that follow from others
     */
    public String text(boolean all) {
        List<Finding> told = told(all);
        StringBuilder text = new StringBuilder();
        told.forEach(finding -> text.append(finding.text()).append('\n'));
        if (all && findingsInAll > findings.size()) {
            text.append("and ").append(findingsInAll - findings.size()).append(" more of the same files\n");
        } else if (findingsInAll > told.size()) {
            text.append("(")
                    .append(findingsInAll - told.size())
                    .append(" more that follow from it: --all tells them)\n");
        }
        return text.append(verdict(all ? findingsInAll : told.size()))
                .append('\n')
                .toString();
    }

    private List<Finding> told(boolean all) {
        return all ? findings : Causes.of(findings);
    }

    /** The same for scripts. */
    public String json(boolean all) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("directory", directory.toString());
        document.put("sound", isSound());
        document.put("business_date", businessDate);
        document.put("version", version);
        document.put("files", files);
        document.put("rows", rows);
        document.put("findings_in_all", findingsInAll);
        document.put("findings", told(all));
        return Json.text(document);
    }

    private String verdict(long told) {
        String place = Quoted.plain(directory.toString());
        if (isSound()) {
            return String.format(
                    Locale.ROOT,
                    "%s is sound: version %d of %s, %,d files, %,d rows",
                    place,
                    version,
                    businessDate,
                    files,
                    rows);
        }
        return String.format(Locale.ROOT, "%s is NOT sound, findings: %,d", place, told);
    }
}
