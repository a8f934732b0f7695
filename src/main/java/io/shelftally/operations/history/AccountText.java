package io.shelftally.operations.history;

import io.shelftally.console.Spans;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import io.shelftally.operations.history.RunWork.Version;
import io.shelftally.operations.history.RunWork.Window;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run's account for people. */
final class AccountText {

    private final RunAccount account;
    private final Style style;

    AccountText(RunAccount account, Style style) {
        this.account = account;
        this.style = style;
    }

    String text() {
        return head() + steps() + calls() + workers() + night();
    }

    private String head() {
        PastRun run = account.run();
        String exit = run.exitCode() == null ? "" : " (exit " + run.exitCode() + ")";
        String title = "run " + run.run() + " of " + run.businessDate() + ": ";
        String took = run.tookText().isEmpty()
                ? ""
                : ", " + (run.ended() == null ? "at work for " : "took ") + run.tookText();
        return style.strong(title) + (run.isPublished() ? style.good(run.meaning()) : style.bad(run.meaning())) + exit
                + "\n"
                + line("message", run.isPublished() ? "" : run.messageText())
                + line("started", run.startedText() + took)
                + line("abandoned", abandoned(run))
                + line("published", published());
    }

    private static String abandoned(PastRun run) {
        String at = run.abandonedText();
        return at.isEmpty() ? "" : at + ", with all that the night had taken on and counted";
    }

    private String published() {
        Version version = account.published();
        if (version == null) {
            return account.run().isPublished() ? nothingNew(account.run().messageText()) : "nothing";
        }
        String replaced = version.shown() ? "" : ", replaced by a later one";
        return "version " + version.version() + replaced + ", " + version.directory();
    }

    /** Earlier releases did not note which version stands. */
    private static String nothingNew(String message) {
        return message.startsWith("nothing new") ? message : "nothing new; the version from before stands";
    }

    private String steps() {
        TextTable table = new TextTable("step", "status", "took").numbers(2);
        account.steps()
                .forEach(step -> table.row(
                        step.step(),
                        step.status(),
                        step.tookMillis() == null ? null : Spans.fine(Duration.ofMillis(step.tookMillis()))));
        return "\n" + (table.isEmpty() ? "no step began\n" : table.text(style));
    }

    private String calls() {
        TextTable table = new TextTable("vendor", "call", "result", "calls", "mean").numbers(3, 4);
        account.calls()
                .forEach(calls -> table.row(
                        calls.vendor(), calls.call(), calls.result(), calls.calls(), calls.meanMillis() + " ms"));
        return "\n" + (table.isEmpty() ? "no calls\n" : table.text(style)) + "\n" + line("quota", quota())
                + line("in flight", inFlight()) + errors();
    }

    /** Nothing of a run that was alone. */
    private String workers() {
        TextTable table = new TextTable("worker", "host", "took", "slices", "settled", "derived").numbers(2, 3, 4, 5);
        account.workers()
                .forEach(one -> table.row(
                        one.worker(),
                        one.host(),
                        Spans.fine(Duration.ofMillis(one.tookMillis())),
                        one.slices(),
                        one.items(),
                        one.derived()));
        return table.isEmpty() ? "" : "\n" + table.text(style);
    }

    private String inFlight() {
        Window window = account.pensaInFlight();
        return window == null
                ? ""
                : window.last() + " calls to pensa at its end, from " + window.least() + " to " + window.most();
    }

    private String quota() {
        RunAccount.Quota quota = account.quota();
        return quota.closientCalls() + " calls to closient by this run; " + left(quota);
    }

    private static String left(RunAccount.Quota quota) {
        if (quota.closientPerDay() == null) {
            return "what it left of the day is not known";
        }
        return quota.closientLeft() == null
                ? "the day had no limit"
                : quota.closientLeft() + " of " + quota.closientPerDay() + " a day were left at its end";
    }

    /** A line for each vendor. */
    private String errors() {
        Map<String, String> byVendor = account.errors().stream()
                .collect(Collectors.groupingBy(
                        RunAccount.Reason::vendor,
                        TreeMap::new,
                        Collectors.mapping(
                                reason -> reason.calls() + " " + reason.reason(), Collectors.joining(", "))));
        return byVendor.isEmpty()
                ? line("errors", "none")
                : byVendor.entrySet().stream()
                        .map(vendor -> line("errors", vendor.getKey() + ": " + vendor.getValue()))
                        .collect(Collectors.joining());
    }

    private String night() {
        RunAccount.Night night = account.night();
        String rows = night.rows().isEmpty() ? "" : line("rows", counts(night.rows()));
        return "\n" + style.strong("the night of " + night.businessDate() + ", as it stands now") + "\n"
                + line("scans", counts(night.scans()))
                + line("captures", counts(night.captures()))
                + rows;
    }

    private static String counts(Map<String, Long> counts) {
        String text = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }

    /** Empty for an empty value. */
    private static String line(String name, String value) {
        return value.isEmpty() ? "" : "  " + name + " ".repeat(11 - name.length()) + value + "\n";
    }
}
