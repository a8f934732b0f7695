package io.shelftally.operations.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code quarantine}: its commands list, show, mend and put aside what was set aside. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = "Works through what was set aside: bad rows of the work lists, and what vendors answered amiss.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally quarantine list",
            "  jobs/shelftally quarantine show --date 2026-11-21 captures.csv 29",
            "  jobs/shelftally quarantine replay --date 2026-11-21 captures.csv 29 --as 'Ab2...,40101,0412'",
            "  jobs/shelftally quarantine discard --date 2026-11-21 captures.csv 30 --note 'till was in training mode'"
        })
final class QuarantineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return HelpPages.instead(spec.commandLine());
    }
}
