package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.operations.changes.Changes;
import io.shelftally.operations.launch.Launcher;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: what changed between two published nights. */
@Command(
        name = "diff",
        description = {
            "Tells every verdict that differs between two published nights, by place and product, with exactly one",
            "cause: INPUT_CHANGED, LATE_SCAN, RULE_CHANGED, RETRIED_CAPTURE or VENDOR_DATA_CHANGED."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally diff 2026-11-20 2026-11-21",
            "  jobs/shelftally diff 2026-11-20 2026-11-21 --store S12 --json",
            "",
            "Needs the database alone. Exit codes: 0 told, 64 usage, 65 a night is not published, or there is no such",
            "  store."
        })
final class DiffCommand extends ReadingCommand {

    @Parameters(index = "0", paramLabel = "DATE1", converter = DateConverter.class, description = "The earlier night.")
    private LocalDate first = LocalDate.MIN;

    @Parameters(index = "1", paramLabel = "DATE2", converter = DateConverter.class, description = "The later night.")
    private LocalDate second = LocalDate.MAX;

    @Option(names = "--store", paramLabel = "STORE", description = "Only places with a scan of this store.")
    private @Nullable String store;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    DiffCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected boolean isQuiet() {
        return quiet;
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Changes.class).between(first, second, Optional.ofNullable(store));
    }
}
