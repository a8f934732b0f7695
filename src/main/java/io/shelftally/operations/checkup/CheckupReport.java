package io.shelftally.operations.checkup;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.operations.checkup.Finding.Status;
import io.shelftally.operations.launch.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every finding of an examination, in the order in which things were looked at. */
public final class CheckupReport implements Answer {

    private static final int CHECK_WIDTH = 12;

    private final List<Finding> findings;

    CheckupReport(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    /** That of the first failure; OK without any, whatever was warned of. */
    public ExitCode exitCode() {
        return findings.stream()
                .filter(finding -> finding.status() == Status.FAIL)
                .map(Finding::code)
                .findFirst()
                .orElse(ExitCode.OK);
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(lines(finding, style)));
        return text.append(end()).append('\n').toString();
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exit_code", exitCode().number());
        json.put("failures", count(Status.FAIL));
        json.put("warnings", count(Status.WARN));
        json.put("findings", findings.stream().map(Finding::json).toList());
        return json;
    }

    private static String lines(Finding finding, Style style) {
        String status = String.format(Locale.ROOT, "%-4s", finding.status());
        String shown = finding.status() == Status.OK ? style.good(status) : style.bad(status);
        String line = shown + "  " + String.format(Locale.ROOT, "%-" + CHECK_WIDTH + "s", finding.check())
                + printable(finding.found()) + "\n";
        return finding.remedy().isEmpty()
                ? line
                : line + " ".repeat(6 + CHECK_WIDTH) + "-> " + printable(finding.remedy()) + "\n";
    }

    private String end() {
        long failures = count(Status.FAIL);
        long warnings = count(Status.WARN);
        return failures + warnings == 0
                ? "all well"
                : failures + " failed, " + warnings + " to look at; exit code "
                        + exitCode().number();
    }

    private long count(Status status) {
        return findings.stream().filter(finding -> finding.status() == status).count();
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}+", " ");
    }
}
