package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.operations.evidence.StoredAnswer;
import io.shelftally.operations.evidence.StoredAnswers;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.publication.export.ExportException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code evidence}: prints a stored answer of a vendor as it came. */
@Command(
        name = "evidence",
        description = {
            "Prints a stored answer of a vendor as it came, byte for byte; on a terminal control characters are shown as ?.",
            "explain lists the hashes of the answers behind a row."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally evidence 98a915ef27fa > answer.json",
            "  jobs/shelftally evidence 98a915ef27fa --json",
            "",
            "Reads the database alone. Exit codes: 0, 64 usage, 65 no stored answer, or more than one, has a hash that",
            "begins so, 73 standard output cannot be written, 75 the database is in use."
        })
final class EvidenceCommand extends ReadingCommand {

    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 64;

    private String beginning = "";

    private final PrintStream output;

    /** @param output takes the bytes, which are no text to be encoded */
    EvidenceCommand(Launcher launcher, PrintStream output) {
        super(launcher);
        this.output = output;
    }

    @Parameters(
            index = "0",
            paramLabel = "SHA256",
            description = "The answer's hash, or the first 8 or more of its hex digits.")
    void hash(String text) {
        beginning = text.strip().toLowerCase(Locale.ROOT);
        if (!beginning.matches("[0-9a-f]{" + FEWEST_DIGITS + "," + MOST_DIGITS + "}")) {
            throw new ParameterException(
                    spec().commandLine(),
                    "\"" + text + "\" is no SHA-256 nor the beginning of one: give " + FEWEST_DIGITS + " to "
                            + MOST_DIGITS + " hex digits");
        }
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(StoredAnswers.class).find(beginning);
    }

    @Override
    protected void print(Answer answer, PrintWriter out) {
        if (Style.ofLauncher().columns() > 0) {
            super.print(answer, out);
        } else if (answer instanceof StoredAnswer stored) {
            byte[] body = stored.body();
            output.write(body, 0, body.length);
            if (output.checkError()) {
                throw new ExportException("cannot write the whole answer to standard output; see that there is space");
            }
        }
    }
}
