package io.shelftally.operations.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demo}: told of here, and done by the launcher, which starts the sandbox beside the night. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one night of sample-data against a sandbox of both vendors. Needs no settings, no credentials and no",
            "network."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  jobs/shelftally demo", "  jobs/shelftally demo try-out", "", "The exit codes are those of nightly."
        })
final class DemoCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "A folder to work in: files, database, log. Default: demo in the folder of the data, which is var/"
                            + " in a source tree.")
    private @Nullable Path home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "the demo starts two programs, and is run by jobs/shelftally demo" + (home == null ? "" : " " + home));
    }
}
