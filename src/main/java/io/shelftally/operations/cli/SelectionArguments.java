package io.shelftally.operations.cli;

import io.shelftally.intake.selection.IdLists;
import io.shelftally.intake.selection.Selection;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which items of a night are meant. */
final class SelectionArguments {

    private static final Set<String> OUTCOMES = new TreeSet<>(Stream.concat(
                    Stream.of(CaptureOutcome.values()).map(Enum::name),
                    Stream.of(ScanOutcome.values()).map(Enum::name))
            .toList());

    /** What a shell may complete. */
    static final class Outcomes extends TreeSet<String> {

        private static final long serialVersionUID = 1;

        Outcomes() {
            super(OUTCOMES);
        }
    }

    @Option(
            names = "--failed",
            description = "Captures that are UNRESOLVED, UNKNOWN_CAPTURE or REJECTED, and scans that are FAILED,"
                    + " UNKNOWN_SCAN or REPORT_REJECTED.")
    private boolean failed;

    @Option(names = "--open", description = "Captures and scans that are not settled.")
    private boolean open;

    @Option(
            names = "--outcome",
            paramLabel = "O",
            split = ",",
            completionCandidates = Outcomes.class,
            description = "Captures or scans with this outcome in captures.csv or scans.csv; several with commas.")
    private List<String> outcomes = List.of();

    @Option(names = "--scans", paramLabel = "IDS", description = "Scan ids with commas, or @FILE with one a line.")
    private List<String> scans = List.of();

    @Option(
            names = "--captures",
            paramLabel = "IDS",
            description = "Capture ids with commas, or @FILE with one a line.")
    private List<String> captures = List.of();

    @Option(
            names = "--verdict",
            paramLabel = "V",
            split = ",",
            description = "Scans with a row of this verdict, and the captures that belong to them.")
    private List<Verdict> verdicts = List.of();

    @Option(names = "--store", paramLabel = "S", split = ",", description = "Captures and scans of this store.")
    private List<String> stores = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Reads the files of ids; throws {@link io.shelftally.intake.worklist.BadInputException} for one that cannot be used. */
    Selection selection() {
        return new Selection(
                failed,
                open,
                outcomes(),
                ids("--captures", IdLists.ofCaptures(), captures),
                ids("--scans", IdLists.ofScans(), scans),
                Set.copyOf(verdicts),
                Set.copyOf(stores));
    }

    private Set<String> outcomes() {
        Set<String> names = new LinkedHashSet<>();
        for (String outcome : outcomes) {
            String name = outcome.strip().toUpperCase(Locale.ROOT);
            if (!OUTCOMES.contains(name)) {
                throw new ParameterException(
                        command.commandLine(),
                        "--outcome: \"" + outcome + "\" is none of " + String.join(", ", OUTCOMES));
            }
            names.add(name);
        }
        return names;
    }

    private <T> Set<T> ids(String option, IdLists<T> lists, List<String> arguments) {
        try {
            return lists.read(arguments);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), option + ": " + e.getMessage());
        }
    }
}
