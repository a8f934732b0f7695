package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.intake.worklist.CaptureIds;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierReader;
import io.shelftally.operations.explanation.Explanations;
import io.shelftally.operations.launch.Launcher;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code explain}: why a published row, or a capture, says what it says. */
@Command(
        name = "explain",
        description = {
            "Explains one published row or one capture: the rule that made it, the vendors' answers behind it with their times",
            "and hashes, every capture that was compared, and what else in the scan has a GTIN near it. Computes it again",
            "from the stored answers and says whether it comes out the same."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally explain --scan 40101 --gtin 00012000111020",
            "  jobs/shelftally explain --scan 40101 --gtin 012000111020 --date 2026-11-21 --json",
            "  jobs/shelftally explain --capture sidKfGZxFsgTJk58WrQXDD",
            "",
            "Reads the database alone. Exit codes: 0 explained, 64 usage, 65 there is no such row; the message says what is near."
        })
final class ExplainCommand extends ReadingCommand {

    @Option(names = "--scan", paramLabel = "N", description = "The scan of the row; with --gtin.")
    private @Nullable Long scan;

    @Option(
            names = "--gtin",
            paramLabel = "G",
            description =
                    "The product of the row, in any form that captures may have: 12, 13 or 14 digits, a Digital Link...")
    private @Nullable String gtin;

    @Option(names = "--capture", paramLabel = "ID", description = "A capture by its id or its UUID, instead of a row.")
    private @Nullable String capture;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The night; default: the latest published one that has it.")
    private @Nullable LocalDate date;

    ExplainCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected void check() {
        if ((capture == null) == (scan == null && gtin == null)) {
            throw misused("Give either --scan with --gtin, or --capture");
        }
        if (capture == null) {
            identifier();
            scan();
        }
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        Explanations explanations = context.getBean(Explanations.class);
        return capture == null
                ? explanations.row(scan(), identifier(), Optional.ofNullable(date))
                : explanations.capture(CaptureIds.named(capture).orElse(capture), Optional.ofNullable(date));
    }

    private long scan() {
        return Optional.ofNullable(scan).orElseThrow(() -> misused("--scan is missing: give it with --gtin"));
    }

    private Identifier identifier() {
        String text = Optional.ofNullable(gtin).orElseThrow(() -> misused("--gtin is missing: give it with --scan"));
        return IdentifierReader.read(text)
                .orElseThrow(() -> misused("\"" + text + "\" holds no product code, such as 00012000111020"));
    }

    private ParameterException misused(String message) {
        return new ParameterException(spec().commandLine(), message);
    }
}
