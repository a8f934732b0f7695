package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.site.SiteMaking;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code site}: makes the pages over the nights anew. */
@Command(
        name = "site",
        description = {
            "Makes the pages over the nights anew, DIR/index.html and DIR/site: trends, stores, breaks, what was set aside,",
            "and the reports of the nights. Each publication does so by itself, unless shelftally.site.enabled=false."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally site --out /srv/shelftally",
            "",
            "The same nights give the same bytes. It runs under the lease of the nights. Exit codes: 0 made, 64 usage,",
            "65 no night is published, 73 cannot write, 75 another run is at work."
        })
final class SiteCommand extends ReadingCommand {

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Directory of the published files.")
    private Path out;

    SiteCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected void check() {
        if (!Files.isDirectory(out)) {
            throw new ParameterException(spec().commandLine(), "--out: \"" + out + "\" is not a directory");
        }
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(SiteMaking.class).make(out);
    }
}
