package io.shelftally.operations.cli;

import io.shelftally.operations.launch.ExitCode;
import io.shelftally.publication.verification.Exports;
import io.shelftally.publication.verification.NoExportException;
import io.shelftally.publication.verification.Verification;
import io.shelftally.publication.verification.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: checks a published export by its own files. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a published export by nothing but its own files: that they are all there and unchanged, that rows",
            "have the types, keys and order that the descriptor says, and that they add up to summary.json."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally verify /srv/shelftally/latest",
            "  jobs/shelftally verify /srv/shelftally",
            "  jobs/shelftally verify /srv/shelftally/2026-11-21 --json",
            "",
            "Needs no database, no settings and no network. Exit codes: 0 sound, 64 usage, 65 not sound."
        })
final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description =
                    "The directory of a date, latest, or that of a version; a copy of one will do. Of the directory above"
                            + " the dates, every date is checked.")
    private Path directory = Path.of("");

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Option(names = "--all", description = "Tell every finding, those too that follow from others.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), "\"" + directory + "\" is not a directory");
        }
        try {
            boolean isSound = true;
            for (Path export : Exports.at(directory)) {
                VerificationReport report = Verification.of(export);
                spec.commandLine().getOut().print(json ? report.json(all) : report.text(all));
                spec.commandLine().getOut().flush();
                isSound &= report.isSound();
            }
            return (isSound ? ExitCode.OK : ExitCode.BAD_INPUT).number();
        } catch (NoExportException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            spec.commandLine().getErr().println("shelftally: " + directory + " cannot be read: " + e.getMessage());
            return ExitCode.BAD_INPUT.number();
        }
    }
}
